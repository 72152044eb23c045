//! Telephone numbers as one form: what counts as a number, and what stands there instead for those
//! who need not know it.

use crate::secrecy::{
    FindingKind, area_code_length, is_local_number, is_mobile_number, masked_text,
};

/// Digits of an extension at most.
const EXTENSION_MAX: usize = 6;

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// No mobile number of the mainland.
    NotMobile,
    /// No fixed number.
    NotFixed,
}

impl PhoneProblem {
    /// What is wrong and how to mend it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotMobile => "手机号须为 11 位数字，请核对。",
            Self::NotFixed => {
                "座机号须为 7 至 8 位数字，可加区号和分机号，如“0812-5550000”“0812-5550000转801”。"
            }
        }
    }
}

/// A mobile number as 11 digits, however it was written; empty stays empty.
///
/// # Errors
/// Anything else.
pub fn clean_mobile(text: &str) -> Result<String, PhoneProblem> {
    let plain: String = folded(text).chars().filter(|c| *c != '-').collect();
    if plain.is_empty() {
        return Ok(plain);
    }
    let without_plus = plain.strip_prefix('+').unwrap_or(&plain);
    let own = ["0086", "86"]
        .into_iter()
        .find_map(|code| {
            let rest = without_plus.strip_prefix(code)?;
            (rest.len() == 11).then_some(rest)
        })
        .unwrap_or(without_plus);
    let digits = own.chars().all(|c| c.is_ascii_digit());
    if digits && own.len() == 11 && is_mobile_number(own) {
        Ok(own.to_owned())
    } else {
        Err(PhoneProblem::NotMobile)
    }
}

/// A fixed number as `0812-5550000`, `5550000` or `0812-5550000转801`; empty stays empty.
///
/// # Errors
/// Anything else.
pub fn clean_office_phone(text: &str) -> Result<String, PhoneProblem> {
    let plain = folded(text);
    if plain.is_empty() {
        return Ok(plain);
    }
    let mut parts = plain.split('-').filter(|part| !part.is_empty());
    let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let wrong = PhoneProblem::NotFixed;
    let first = parts.next().filter(|part| is_number(part)).ok_or(wrong)?;
    let number = match area_code_length(first) {
        Some(length) if first.len() == length => {
            let local = parts.next().filter(|part| is_local(part)).ok_or(wrong)?;
            format!("{first}-{local}")
        }
        Some(length) => {
            let (code, local) = first.split_at(length);
            if !is_local(local) {
                return Err(wrong);
            }
            format!("{code}-{local}")
        }
        None if is_local(first) => first.to_owned(),
        None => return Err(wrong),
    };
    match (parts.next(), parts.next()) {
        (None, _) => Ok(number),
        (Some(extension), None) if is_number(extension) && extension.len() <= EXTENSION_MAX => {
            Ok(format!("{number}转{extension}"))
        }
        (Some(_), _) => Err(wrong),
    }
}

/// `138****0000`; empty stays empty.
#[must_use]
pub fn masked_mobile(number: &str) -> String {
    masked_text(FindingKind::Mobile, number).unwrap_or_default()
}

/// `0812-555****`, without the extension; empty stays empty.
#[must_use]
pub fn masked_office_phone(number: &str) -> String {
    let own = number.split('转').next().unwrap_or_default();
    masked_text(FindingKind::Telephone, own).unwrap_or_default()
}

fn is_local(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_digit()) && is_local_number(part)
}

/// Half-width, without blanks; brackets, dashes and the word for an extension as hyphens.
fn folded(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
            c if c.is_whitespace() => None,
            '（' | '）' | '(' | ')' | '－' | '—' | '–' | '‐' | '转' | '#' => Some('-'),
            '＋' => Some('+'),
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form_however_written() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "＋86 13800138000",
            "１３８００１３８０００",
        ] {
            assert_eq!(clean_mobile(text).as_deref(), Ok("13800138000"), "{text}");
        }
        for text in [
            "0812-5550000",
            "08125550000",
            "（0812）5550000",
            "0812 —5550000",
        ] {
            assert_eq!(
                clean_office_phone(text).as_deref(),
                Ok("0812-5550000"),
                "{text}"
            );
        }
        assert_eq!(clean_office_phone("5550000").as_deref(), Ok("5550000"));
        assert_eq!(
            clean_office_phone("010-55550000").as_deref(),
            Ok("010-55550000")
        );
        for text in ["0812-5550000转801", "0812-5550000-801", "08125550000#801"] {
            assert_eq!(
                clean_office_phone(text).as_deref(),
                Ok("0812-5550000转801"),
                "{text}"
            );
        }
        assert_eq!(clean_mobile(" ").as_deref(), Ok(""));
        assert_eq!(clean_office_phone("").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "1380013800",
            "138001380000",
            "12800138000",
            "0812-5550000",
            "一三八",
            "86138001380",
        ] {
            assert_eq!(clean_mobile(text), Err(PhoneProblem::NotMobile), "{text}");
        }
        for text in [
            "13800138000",
            "0812",
            "0812-555000",
            "0812-15550000",
            "555-0000",
            "5550000-8010000",
            "0812-5550000-1-2",
            "号码",
        ] {
            assert_eq!(
                clean_office_phone(text),
                Err(PhoneProblem::NotFixed),
                "{text}"
            );
        }
    }

    #[test]
    fn a_mask_leaves_no_whole_number() {
        assert_eq!(masked_mobile("13800138000"), "138****8000");
        assert_eq!(masked_office_phone("0812-5550000转801"), "0812-555****");
        assert_eq!(masked_office_phone("5550000"), "555****");
        assert_eq!(masked_mobile(""), "");
        assert_eq!(masked_office_phone(""), "");
    }
}
