//! 固定电话: an area code and a number of 7 or 8 digits; without the code only where a word says
//! that it is a telephone.

use std::ops::Range;

use super::numbers::{Group, ends_there};
use super::reading::{Reading, is_space, is_unread};

/// The words before a number without an area code.
const LABELS: [&str; 6] = ["电话", "传真", "座机", "热线", "号码", "tel"];
/// How far before the number the word may end.
const LABEL_REACH: usize = 4;

/// The number that begins with the first of these groups, and how many groups it takes.
pub(super) fn find(reading: &Reading, groups: &[Group]) -> Option<(Range<usize>, usize)> {
    let first = groups.first()?;
    if is_inside(reading, first.start) {
        return None;
    }
    with_code(reading, groups).or_else(|| {
        let found = is_local(&first.digits) && is_labelled(reading, first.start);
        (found && ends_there(reading, first.end)).then_some((first.start..first.end, 1))
    })
}

fn with_code(reading: &Reading, groups: &[Group]) -> Option<(Range<usize>, usize)> {
    let first = groups.first()?;
    let length = area_code(&first.digits)?;
    if first.digits.len() > length {
        let written_as_one = is_local(&first.digits[length..]) && ends_there(reading, first.end);
        return written_as_one.then_some((first.start..first.end, 1));
    }
    let second = groups.get(1)?;
    let between = reading.chars.get(first.end..second.start)?;
    let in_brackets = reading.before(first.start) == Some('(') && between.contains(&')');
    let is_joined = between.len() <= 4
        && between
            .iter()
            .all(|c| is_space(*c) || is_unread(*c) || matches!(c, '-' | ')'))
        && (in_brackets || !between.contains(&')'));
    let split = groups.get(2).filter(|third| {
        second.joined && second.digits.len() + third.digits.len() <= 8 && third.digits.len() == 4
    });
    let (digits, end, taken) = match split {
        Some(third) => (format!("{}{}", second.digits, third.digits), third.end, 3),
        None => (second.digits.clone(), second.end, 2),
    };
    let start = if in_brackets {
        reading.chars[..first.start]
            .iter()
            .rposition(|c| *c == '(')?
    } else {
        first.start
    };
    (is_joined && is_local(&digits) && ends_there(reading, end)).then_some((start..end, taken))
}

/// How many of the first digits are an area code: 010, 02x and four digits from 03 on.
pub(crate) fn area_code(digits: &str) -> Option<usize> {
    match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] if digits.len() >= 3 => Some(3),
        [b'0', b'3'..=b'9', _, _, ..] => Some(4),
        _ => None,
    }
}

/// Numbers of subscribers begin with 2 to 8.
pub(crate) fn is_local(digits: &str) -> bool {
    matches!(digits.len(), 7 | 8) && matches!(digits.as_bytes()[0], b'2'..=b'8')
}

fn is_labelled(reading: &Reading, start: usize) -> bool {
    (0..=LABEL_REACH).any(|back| {
        let Some(end) = start.checked_sub(back) else {
            return false;
        };
        let between = &reading.chars[end..start];
        let said = LABELS.iter().any(|label| reading.ends_with(end, label));
        said && between
            .iter()
            .all(|c| is_space(*c) || matches!(c, ':' | '为' | '是' | '('))
    })
}

fn is_inside(reading: &Reading, start: usize) -> bool {
    reading
        .before(start)
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '@'))
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Telephone;
    use super::super::check::found_texts;

    #[test]
    fn numbers_with_an_area_code_are_found() {
        for text in [
            "0812-5550000",
            "0812 5550000",
            "（0812）5550000",
            "(0812) 555-0000",
            "010-55550000",
            "０２８－５５５５００００",
            "08125550000",
        ] {
            let around = format!("联系：{text}，工作日");
            assert_eq!(found_texts(Telephone, &around), [text], "{text}");
        }
        assert_eq!(found_texts(Telephone, "联系电话：5550000"), ["5550000"]);
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "0812-555000",
            "0812-15550000",
            "0012-5550000",
            "5550000",
            "受理编号 5550000",
            "2022-5550000",
            "0812〕5550000",
            "0812）5550000",
            "No.0812-5550000",
            "0812-****000",
        ] {
            assert!(found_texts(Telephone, text).is_empty(), "{text}");
        }
    }
}
