//! 银行卡号: 16 to 19 digits with a prefix of an issuer and the check digit of Luhn (ISO/IEC 7812).

use super::numbers::{Number, ends_there};
use super::reading::Reading;

/// How numbers of cards seen in China begin: UnionPay, the old ones of single banks, Visa,
/// Mastercard, JCB.
const PREFIXES: [&str; 12] = [
    "62", "60", "9558", "9559", "4", "51", "52", "53", "54", "55", "35", "81",
];

/// Where the number ends, if it is one.
pub(super) fn find(reading: &Reading, number: &Number) -> Option<usize> {
    let digits = &number.digits;
    let (last, all) = number.shape.split_last()?;
    let is_written_so = all.is_empty()
        || (all.iter().all(|length| *length == 4) && *last <= 4)
        || number.shape == [6, 13]
        || number.shape == [6, 10];
    let found = (16..=19).contains(&digits.len())
        && is_written_so
        && PREFIXES.iter().any(|prefix| digits.starts_with(prefix))
        && passes_luhn(digits)
        && ends_there(reading, number.end);
    found.then_some(number.end)
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(digit - b'0') * if at % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::BankCard;
    use super::super::check::found_texts;

    #[test]
    fn numbers_of_cards_are_found() {
        for text in [
            "6222020000000000000",
            "6222 0200 0000 0000 000",
            "６２２２０２０００００００００００００",
            "6222-0200-0000-0000-000",
            "4000000000000002",
        ] {
            let around = format!("账号：{text}。");
            assert_eq!(found_texts(BankCard, &around), [text], "{text}");
        }
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "6222020000000000009",
            "7222020000000000009",
            "62220200000000000000",
            "622202 0000 0000 00000",
            "B6222020000000000000",
            "6222020000000000000.5",
        ] {
            assert!(found_texts(BankCard, text).is_empty(), "{text}");
        }
    }
}
