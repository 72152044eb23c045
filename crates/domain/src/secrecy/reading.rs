//! The words of a field made ready for the detectors.

use std::ops::Range;

/// Characters one for one with the plain text, in the form in which they are looked for: full-width
/// digits, letters and marks as ASCII.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The characters as they are looked for.
    pub chars: Vec<char>,
    /// The characters as they stand.
    pub raw: Vec<char>,
}

impl Reading {
    pub(super) fn new(raw: Vec<char>) -> Self {
        Self {
            chars: raw.iter().copied().map(plain).collect(),
            raw,
        }
    }

    /// The characters as they stand there.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.raw[range].iter().collect()
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    /// The character before, unread ones skipped.
    pub(super) fn before(&self, index: usize) -> Option<char> {
        let before = self.chars[..index].iter().rev();
        before.copied().find(|c| !is_unread(*c))
    }

    /// The character from there on, unread ones skipped.
    pub(super) fn after(&self, index: usize) -> Option<char> {
        let after = self.chars[index.min(self.chars.len())..].iter();
        after.copied().find(|c| !is_unread(*c))
    }

    /// Whether these words stand there.
    pub(super) fn starts_with(&self, index: usize, words: &str) -> bool {
        let mut index = index;
        words.chars().all(|wanted| {
            let found = self.at(index) == Some(wanted);
            index += 1;
            found
        })
    }

    /// Whether these words end before this place.
    pub(super) fn ends_with(&self, end: usize, words: &str) -> bool {
        let length = words.chars().count();
        end >= length && self.starts_with(end - length, words)
    }

    /// The lines as ranges, breaks left out.
    pub(super) fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut from = 0;
        for (at, c) in self.chars.iter().enumerate() {
            if *c == '\n' {
                lines.push(from..at);
                from = at + 1;
            }
        }
        lines.push(from..self.chars.len());
        lines
    }
}

/// Characters that nobody sees: they may split a number without hiding it.
pub(super) const fn is_unread(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    )
}

/// A blank within a line.
pub(super) fn is_space(c: char) -> bool {
    c != '\n' && c != '\t' && c.is_whitespace()
}

/// A Chinese character.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{2FA1F}' | '々' | '〇')
}

fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '﹣' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_stays_one() {
        let reading = Reading::new("１３８－００ａ＠（甲".chars().collect());
        assert_eq!(reading.chars.iter().collect::<String>(), "138-00a@(甲");
        assert_eq!(reading.text(0..4), "１３８－");
        assert!(reading.starts_with(3, "-0") && !reading.starts_with(9, "甲乙"));
        assert!(reading.ends_with(3, "138") && !reading.ends_with(2, "138"));
    }
}
