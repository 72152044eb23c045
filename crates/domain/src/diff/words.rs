//! Two texts word by word: Chinese by characters, numbers and Latin words whole, so that 三月 for
//! 四月 marks one character and 2025 for 2026 the whole number.

use std::collections::HashMap;
use std::ops::Range;

use super::budget::Budget;
use super::lcs::lcs;
use super::outcome::{Change, Note, Segment};
use super::parse::{Inline, Style};

/// Numbers for words, the same for the same word in all texts of one comparison.
#[derive(Default)]
pub(super) struct Dictionary(HashMap<String, u32>);

impl Dictionary {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.to_owned(), next);
        next
    }
}

/// A text as words.
pub(super) struct Words<'a> {
    inline: &'a Inline,
    atoms: Vec<Atom<'a>>,
    /// The number of each word.
    pub(super) numbers: Vec<u32>,
}

struct Atom<'a> {
    range: Range<usize>,
    style: &'a Style,
}

impl<'a> Words<'a> {
    pub(super) fn of(inline: &'a Inline, dictionary: &mut Dictionary) -> Self {
        let (mut atoms, mut numbers) = (Vec::new(), Vec::new());
        for (run, style) in &inline.runs {
            if let Some(picture) = &style.picture {
                numbers.push(dictionary.number(&format!("\u{FFFC}{}", picture.src)));
                atoms.push(Atom {
                    range: run.start..run.start,
                    style,
                });
                continue;
            }
            let mut at = run.start;
            while at < run.end {
                let length = word_length(&inline.text[at..run.end]);
                numbers.push(dictionary.number(&inline.text[at..at + length]));
                atoms.push(Atom {
                    range: at..at + length,
                    style,
                });
                at += length;
            }
        }
        Self {
            inline,
            atoms,
            numbers,
        }
    }

    fn text(&self, at: usize) -> &str {
        &self.inline.text[self.atoms[at].range.clone()]
    }

    fn ends_sentence(&self, at: usize) -> bool {
        matches!(self.text(at), "。" | "；" | "！" | "？" | "\n" | ";")
    }
}

/// Bytes of the first word of a text that is not empty.
fn word_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    let Some((_, first)) = characters.next() else {
        return 0;
    };
    let kind = kind_of(first);
    let mut end = first.len_utf8();
    while let Some((at, c)) = characters.next() {
        let goes_on = match kind {
            Kind::Single => false,
            // 3.5 and 1,200 are one number; a point or comma that no digit follows is not part of it.
            Kind::Number if matches!(c, '.' | ',') => characters
                .peek()
                .is_some_and(|(_, next)| kind_of(*next) == Kind::Number),
            kind => kind_of(c) == kind,
        };
        if !goes_on {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A Chinese character, a mark: a word by itself.
    Single,
    Number,
    Latin,
    Blank,
}

fn kind_of(c: char) -> Kind {
    match c {
        '0'..='9' | '０'..='９' => Kind::Number,
        '\n' => Kind::Single,
        c if c.is_whitespace() => Kind::Blank,
        c if c.is_alphabetic() && (c as u32) < 0x2E80 => Kind::Latin,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Kind::Latin,
        _ => Kind::Single,
    }
}

/// A run of words with one fate: places in the old and the new text.
struct Stretch {
    change: Change,
    old: Range<usize>,
    new: Range<usize>,
}

/// What changed from one text to the other.
pub(super) fn segments(old: &Words<'_>, new: &Words<'_>, budget: &mut Budget) -> Vec<Segment> {
    let pairs = pairs(old, new, budget);
    let stretches = readable(stretches(&pairs, old.atoms.len(), new.atoms.len()));
    let mut segments: Vec<Segment> = Vec::new();
    for stretch in stretches {
        let places = match stretch.change {
            Change::Deleted => stretch.old.clone(),
            Change::Same | Change::Inserted => stretch.new.clone(),
        };
        for (offset, at) in places.enumerate() {
            let segment = match stretch.change {
                Change::Deleted => one(old, at, Change::Deleted, None),
                Change::Inserted => one(new, at, Change::Inserted, None),
                Change::Same => {
                    let before = old.atoms[stretch.old.start + offset].style;
                    let note = note(before, new.atoms[at].style);
                    one(new, at, Change::Same, note)
                }
            };
            push(&mut segments, segment);
        }
    }
    segments
}

/// All words of a text with one fate.
pub(super) fn whole(inline: &Inline, change: Change) -> Vec<Segment> {
    let runs = inline.runs.iter().map(|(range, style)| Segment {
        change,
        text: inline.text[range.clone()].to_owned(),
        style: style.clone(),
        note: None,
    });
    runs.collect()
}

fn one(words: &Words<'_>, at: usize, change: Change, note: Option<Note>) -> Segment {
    Segment {
        change,
        text: words.text(at).to_owned(),
        style: words.atoms[at].style.clone(),
        note,
    }
}

fn push(segments: &mut Vec<Segment>, next: Segment) {
    match segments.last_mut() {
        Some(last)
            if last.change == next.change
                && last.style == next.style
                && last.note == next.note
                && next.style.picture.is_none() =>
        {
            last.text.push_str(&next.text);
        }
        _ => segments.push(next),
    }
}

fn note(before: &Style, after: &Style) -> Option<Note> {
    if before.link != after.link {
        return Some(Note::Link {
            from: before.link.clone(),
            to: after.link.clone(),
        });
    }
    if let (Some(was), Some(is)) = (&before.picture, &after.picture)
        && was.alt != is.alt
    {
        return Some(Note::Description {
            from: was.alt.clone(),
        });
    }
    (before.marks != after.marks).then_some(Note::Marks)
}

fn pairs(old: &Words<'_>, new: &Words<'_>, budget: &mut Budget) -> Vec<(usize, usize)> {
    if let Some(pairs) = lcs(&old.numbers, &new.numbers, budget) {
        return pairs;
    }
    // Sentences first; between sentences that stand in both, words again as far as it goes.
    let (old_parts, new_parts) = (sentences(old), sentences(new));
    let mut known: HashMap<&[u32], u32> = HashMap::new();
    let old_numbers = number_parts(&old.numbers, &old_parts, &mut known);
    let new_numbers = number_parts(&new.numbers, &new_parts, &mut known);
    let Some(same) = lcs(&old_numbers, &new_numbers, budget) else {
        budget.coarse = true;
        return Vec::new();
    };
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = [(old_parts.len(), new_parts.len())];
    for (p, q) in same.into_iter().chain(ends) {
        let (from_old, from_new) = (begin(&old_parts, i), begin(&new_parts, j));
        let (to_old, to_new) = (begin(&old_parts, p), begin(&new_parts, q));
        let between = lcs(
            &old.numbers[from_old..to_old],
            &new.numbers[from_new..to_new],
            budget,
        );
        budget.coarse |= between.is_none();
        let between = between.unwrap_or_default();
        found.extend(
            between
                .into_iter()
                .map(|(a, b)| (a + from_old, b + from_new)),
        );
        if let Some(part) = old_parts.get(p) {
            found.extend((0..part.len()).map(|at| (to_old + at, to_new + at)));
        }
        (i, j) = (p + 1, q + 1);
    }
    found
}

fn begin(parts: &[Range<usize>], at: usize) -> usize {
    let end = parts.last().map_or(0, |last| last.end);
    parts.get(at).map_or(end, |part| part.start)
}

fn sentences(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in 0..words.atoms.len() {
        if words.ends_sentence(at) || at + 1 == words.atoms.len() {
            parts.push(from..at + 1);
            from = at + 1;
        }
    }
    parts
}

fn number_parts<'n>(
    numbers: &'n [u32],
    parts: &[Range<usize>],
    known: &mut HashMap<&'n [u32], u32>,
) -> Vec<u32> {
    let number = |part: &Range<usize>| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(&numbers[part.clone()]).or_insert(next)
    };
    parts.iter().map(number).collect()
}

fn stretches(pairs: &[(usize, usize)], old: usize, new: usize) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (p, q) in pairs.iter().copied().chain([(old, new)]) {
        if i < p {
            found.push(Stretch {
                change: Change::Deleted,
                old: i..p,
                new: j..j,
            });
        }
        if j < q {
            found.push(Stretch {
                change: Change::Inserted,
                old: p..p,
                new: j..q,
            });
        }
        if p < old && q < new {
            match found.last_mut() {
                Some(last) if last.change == Change::Same => {
                    last.old.end = p + 1;
                    last.new.end = q + 1;
                }
                _ => found.push(Stretch {
                    change: Change::Same,
                    old: p..p + 1,
                    new: q..q + 1,
                }),
            }
        }
        (i, j) = (p + 1, q + 1);
    }
    found
}

/// Takes out what stays the same by accident: a 的 or a comma in the middle of a replacement reads
/// worse than one replacement. It has no more words than the change on either side, and half as
/// many as the larger one.
fn readable(found: Vec<Stretch>) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::new();
    let mut rest = found.into_iter().peekable();
    while let Some(stretch) = rest.next() {
        if stretch.change != Change::Same {
            kept.push(stretch);
            continue;
        }
        let length = stretch.new.len();
        let before = edit(kept.iter().rev());
        let mut ahead = Vec::new();
        while let Some(next) = rest.next_if(|next| next.change != Change::Same) {
            ahead.push(next);
        }
        let after = edit(ahead.iter());
        if length <= before.min(after) && 2 * length <= before.max(after) {
            kept.push(Stretch {
                change: Change::Deleted,
                old: stretch.old,
                new: stretch.new.start..stretch.new.start,
            });
            kept.push(Stretch {
                change: Change::Inserted,
                old: 0..0,
                new: stretch.new,
            });
        } else {
            kept.push(stretch);
        }
        kept.append(&mut ahead);
    }
    in_order(kept)
}

/// The larger side, in words, of the changes up to the next words that stand in both.
fn edit<'s>(stretches: impl Iterator<Item = &'s Stretch>) -> usize {
    let (mut gone, mut come) = (0, 0);
    for stretch in stretches {
        match stretch.change {
            Change::Same => break,
            Change::Deleted => gone += stretch.old.len(),
            Change::Inserted => come += stretch.new.len(),
        }
    }
    gone.max(come)
}

/// Between words that stand in both: first all that is gone, then all that came.
fn in_order(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut ordered: Vec<Stretch> = Vec::new();
    let mut come: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match stretch.change {
            Change::Same => {
                ordered.append(&mut come);
                ordered.push(stretch);
            }
            Change::Deleted => ordered.push(stretch),
            Change::Inserted => come.push(stretch),
        }
    }
    ordered.append(&mut come);
    ordered
}
