//! 护照号 of Chinese passports and the permits for Hong Kong and Macao.

use std::ops::Range;

use super::numbers::{Group, ends_there};
use super::reading::Reading;

/// The number that ends with this group of digits.
pub(super) fn find(reading: &Reading, group: &Group) -> Option<Range<usize>> {
    let mut start = group.start;
    while start > 0 && group.start - start < 3 && reading.chars[start - 1].is_ascii_alphabetic() {
        start -= 1;
    }
    let letters: String = reading.chars[start..group.start].iter().collect();
    let letters = letters.to_ascii_uppercase();
    let written_as_one = group.end - group.start == group.digits.len();
    let is_one = match letters.as_str() {
        // Ordinary passports (E, formerly G), and the permits C and W.
        "E" | "G" | "C" | "W" => group.digits.len() == 8,
        // Permits of Hong Kong and Macao residents.
        "H" | "M" => matches!(group.digits.len(), 8 | 10),
        // Diplomatic, service and public passports.
        "DE" | "SE" | "PE" => group.digits.len() == 7,
        // Since 2017 the second place of ordinary ones may be a letter, but neither I nor O.
        other => {
            let mut both = other.chars();
            both.next() == Some('E')
                && matches!(both.next(), Some('A'..='H' | 'J'..='N' | 'P'..='Z'))
                && both.next().is_none()
                && group.digits.len() == 7
        }
    };
    let begins = start == 0
        || !matches!(reading.before(start), Some(c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '/'));
    (is_one && written_as_one && begins && ends_there(reading, group.end))
        .then_some(start..group.end)
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Passport;
    use super::super::check::found_texts;

    #[test]
    fn passports_are_found() {
        for text in [
            "E00000000",
            "G00000000",
            "EA0000000",
            "Ｅ００００００００",
            "SE0000000",
            "H00000000",
        ] {
            assert_eq!(
                found_texts(Passport, &format!("护照{text}。")),
                [text],
                "{text}"
            );
        }
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "E0000000",
            "E000000000",
            "EO0000000",
            "EA00000000",
            "A00000000",
            "GB-E00000000",
            "DOE00000000",
            "E00000000A",
            "E 00000000",
            "E0000-0000",
        ] {
            assert!(found_texts(Passport, text).is_empty(), "{text}");
        }
    }
}
