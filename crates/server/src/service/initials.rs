//! 拼音首字母: what people type to find a Chinese name, e.g. `czj` for 县财政局.

use pinyin::ToPinyin;

/// The first letter of each character's most common reading; Latin letters and digits stay, in
/// lower case; all else is left out.
#[must_use]
pub fn initials(text: &str) -> String {
    text.chars()
        .filter_map(|letter| {
            if letter.is_ascii_alphanumeric() {
                return Some(letter.to_ascii_lowercase());
            }
            letter.to_pinyin()?.first_letter().chars().next()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn names_become_what_people_type() {
        for (name, letters) in [
            ("县财政局", "xczj"),
            ("县农业农村局", "xnyncj"),
            ("县行政审批局", "xxzspj"),
            ("桐子林镇", "tzlz"),
            ("“12345”热线、APP", "12345rxapp"),
            ("", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
