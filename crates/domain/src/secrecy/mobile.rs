//! 手机号: 11 digits, with or without the country code.

use super::numbers::{Number, ends_there};
use super::reading::Reading;

/// Where the number begins (after a country code) and ends, if it is one.
pub(super) fn find(reading: &Reading, number: &Number) -> Option<(usize, usize)> {
    let digits = &number.digits;
    let code = ["0086", "086", "86", ""]
        .into_iter()
        .find(|code| digits.len() == 11 + code.len() && digits.starts_with(code))?;
    // A number in pieces of one or two digits is a row of numbers.
    let own: &[usize] = match number.shape.split_first() {
        Some((first, rest)) if *first == code.len() => rest,
        _ => &number.shape,
    };
    let is_written_so = own.len() <= 4 && own.iter().all(|length| *length >= 2) && own[0] >= 3;
    let found =
        is_written_so && is_mobile(&digits[code.len()..]) && ends_there(reading, number.end);
    found.then_some((number.start, number.end))
}

/// The first three digits that networks use: all of 13, 15, 17, 18, 19 with few gaps; 145–149; 162,
/// 165–167.
pub(crate) fn is_mobile(digits: &str) -> bool {
    let prefix: u16 = digits[..3].parse().unwrap_or_default();
    matches!(prefix, 130..=139 | 145..=153 | 155..=159 | 162 | 165..=167 | 170..=178 | 180..=193 | 195..=199)
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Mobile;
    use super::super::check::found_texts;

    #[test]
    fn mobile_numbers_are_found_however_written() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "1380013 8000",
            "１３８００１３８０００",
            "8613800138000",
            "86-13800138000",
            "138\u{AD}00138000",
        ] {
            let around = format!("联系人手机{text}（略）");
            assert_eq!(found_texts(Mobile, &around), [text], "{text}");
        }
        assert_eq!(
            found_texts(Mobile, "13800138000 13900139000、+8613800138000"),
            ["13800138000", "13900139000", "8613800138000"]
        );
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "12800138000",
            "14000138000",
            "1380013800",
            "138001380001",
            "编号A13800138000",
            "0.13800138000",
            "13800138000.5",
            "1380013,8000",
            "1 3 8 0 0 1 3 8 0 0 0",
            "13800\n138000",
            "138****8000",
        ] {
            assert!(found_texts(Mobile, text).is_empty(), "{text}");
        }
    }
}
