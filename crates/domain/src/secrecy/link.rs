//! 站外链接: targets outside government domains.

use crate::article::Link;

/// The domain of government sites.
const GOVERNMENT: &str = "gov.cn";

/// The links that lead out of government domains and those that the site allows.
pub(super) fn find<'a>(links: &'a [Link], allowed: &[String]) -> Vec<&'a Link> {
    let leads_out = |link: &&Link| !is_fine(&link.address, allowed);
    links.iter().filter(leads_out).collect()
}

fn is_fine(address: &str, allowed: &[String]) -> bool {
    let address = address.trim();
    let rest = match address.split_once(':') {
        // Within the site.
        _ if address.is_empty() || address.starts_with('#') || address.starts_with('?') => {
            return true;
        }
        _ if address.starts_with("//") => &address[2..],
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#']) => {
            let is_web = ["http", "https"]
                .iter()
                .any(|known| scheme.eq_ignore_ascii_case(known));
            match rest.strip_prefix("//") {
                Some(rest) if is_web => rest,
                // mailto:, tel: and the like.
                _ => return false,
            }
        }
        _ => return true,
    };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let host = host.trim_end_matches('.').to_lowercase();
    let within = |domain: &str| {
        host == domain
            || host
                .strip_suffix(domain)
                .is_some_and(|before| before.ends_with('.'))
    };
    within(GOVERNMENT) || allowed.iter().any(|domain| within(domain))
}

/// A domain as the site keeps it: lower case, no scheme, no path; `None` for what is none.
#[must_use]
pub fn clean_domain(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let labels: Vec<&str> = text.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let is_domain = labels.len() >= 2 && text.len() <= 253 && labels.iter().all(is_label);
    is_domain.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn government_and_allowed_domains_are_fine() {
        let allowed = ["example.com".to_owned()];
        for address in [
            "https://www.example.gov.cn/a?b=http://x.com",
            "http://GOV.CN",
            "//a.gov.cn/1",
            "https://news.example.com:8443/1",
            "/zwgk/1.html",
            "1.html",
            "a/b:c",
            "#top",
            "",
        ] {
            assert!(is_fine(address, &allowed), "{address}");
        }
        for address in [
            "https://www.example.net/",
            "https://evilgov.cn/",
            "https://www.gov.cn.example.net/",
            "https://www.gov.cn@example.net/",
            "https://notexample.com",
            "mailto:a@example.gov.cn",
            "tel:13800138000",
        ] {
            assert!(!is_fine(address, &allowed), "{address}");
        }
    }

    #[test]
    fn domains_are_kept_bare() {
        assert_eq!(
            clean_domain(" Example.COM. ").as_deref(),
            Some("example.com")
        );
        for text in [
            "",
            "com",
            "https://a.com",
            "a.com/b",
            "a..com",
            "-a.com",
            "*.a.com",
        ] {
            assert_eq!(clean_domain(text), None, "{text}");
        }
    }
}
