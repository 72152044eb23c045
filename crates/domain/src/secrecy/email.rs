//! 电子邮箱.

use std::ops::Range;

use super::reading::Reading;

/// The most characters before the `@` (RFC 5321).
const LOCAL_MAX: usize = 64;
/// The most characters after it.
const DOMAIN_MAX: usize = 253;

/// All addresses, in order.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let chars = &reading.chars;
    let mut found = Vec::new();
    let mut from = 0;
    for at in (0..chars.len()).filter(|at| chars[*at] == '@') {
        let local = chars[from..at]
            .iter()
            .rev()
            .take(LOCAL_MAX)
            .take_while(|c| c.is_ascii_alphanumeric() || ".-_+%".contains(**c))
            .count();
        let domain: String = chars[at + 1..]
            .iter()
            .take(DOMAIN_MAX)
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            .collect();
        let domain = domain.trim_end_matches(['.', '-']);
        if local > 0 && is_domain(domain) {
            let end = at + 1 + domain.len();
            found.push(at - local..end);
            from = end;
        }
    }
    found
}

fn is_domain(domain: &str) -> bool {
    let Some((rest, top)) = domain.rsplit_once('.') else {
        return false;
    };
    top.len() >= 2
        && top.bytes().all(|b| b.is_ascii_alphabetic())
        && rest.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Email;
    use super::super::check::found_texts;

    #[test]
    fn addresses_are_found() {
        for text in [
            "ybx_sample@example.com",
            "a.b@mail.example.gov.cn",
            "ｙｂ＠example.cn",
        ] {
            assert_eq!(
                found_texts(Email, &format!("邮箱：{text}。")),
                [text],
                "{text}"
            );
        }
        assert_eq!(found_texts(Email, "a@b.cn;c@d.cn"), ["a@b.cn", "c@d.cn"]);
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "@张三",
            "a@b",
            "a@b.c",
            "@example.com",
            "a@.com",
            "a@b..cn",
            "a @b.cn",
            "a***@b",
        ] {
            assert!(found_texts(Email, text).is_empty(), "{text}");
        }
    }
}
