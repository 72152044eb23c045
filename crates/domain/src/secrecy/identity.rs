//! 居民身份证号: 18 digits by GB 11643-1999, and the old form of 15.

use chrono::NaiveDate;

use super::numbers::{Number, ends_there};
use super::reading::Reading;

/// The weights of GB 11643-1999 (ISO 7064, MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check characters by remainder.
const CHECKS: [u8; 11] = *b"10X98765432";
/// The provinces of GB/T 2260.
const PROVINCES: [u8; 34] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
];

/// Where the number ends, if it is one.
pub(super) fn find(reading: &Reading, number: &Number) -> Option<usize> {
    let digits = &number.digits;
    let end = match digits.len() {
        17 => {
            let at = number.end;
            let is_check = matches!(reading.at(at), Some('X' | 'x'));
            (is_check && is_new_form(&format!("{digits}X"))).then_some(at + 1)
        }
        18 => is_new_form(digits).then_some(number.end),
        // Without a check digit only a number written as one is taken for it.
        15 if number.groups == 1 => is_old_form(digits).then_some(number.end),
        _ => None,
    }?;
    ends_there(reading, end).then_some(end)
}

/// The region is not asked for: numbers of regions that no longer exist remain people's numbers.
fn is_new_form(number: &str) -> bool {
    let digits = number.as_bytes();
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = CHECKS.get((sum % 11) as usize);
    digits.last() == check && is_date(&number[6..14]) && !number.starts_with('0')
}

fn is_old_form(number: &str) -> bool {
    number[..2]
        .parse()
        .is_ok_and(|province: u8| PROVINCES.contains(&province))
        && is_date(&format!("19{}", &number[6..12]))
}

fn is_date(digits: &str) -> bool {
    let possible = digits.starts_with("19") || digits.starts_with("20");
    possible && NaiveDate::parse_from_str(digits, "%Y%m%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Identity;
    use super::super::check::found_texts;

    #[test]
    fn numbers_with_a_right_check_digit_are_found() {
        for text in [
            "99999919900307008X",
            "999999199003070012",
            "999999 19900307 0012",
            "９９９９９９１９９００３０７００１２",
            "999999-19900307-008x",
            "99999919900307\u{200B}0012",
            "510422900307001",
        ] {
            let around = format!("身份证号：{text}，住址略");
            assert_eq!(found_texts(Identity, &around), [text], "{text}");
        }
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "999999199003070013",
            "99999919900307001X",
            "999999199013070016",
            "9999991990030700121",
            "A999999199003070012",
            "999999199003070012.5",
            "510422901307001",
            "010422900307001",
            "510422 900307 001",
            "999999\n199003070095",
        ] {
            assert!(found_texts(Identity, text).is_empty(), "{text}");
        }
    }
}
