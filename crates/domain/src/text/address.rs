//! Addresses of pages. A strict acceptance list in place of a full parser of addresses, whose
//! tables would cost the SPA more than all of this crate.

use std::net::Ipv6Addr;

/// The longest address that is accepted, in characters.
pub const ADDRESS_MAX_CHARS: usize = 2_000;

/// Whether this is an absolute `http` or `https` address with a host.
///
/// Chinese host names (政务.cn and the like), IPv4 and bracketed IPv6 hosts and ports are accepted.
/// Refused: white space, control characters, quotes, `<`, `>`, backslash, and a user name before
/// the host, which makes an address look like another site's.
#[must_use]
pub fn is_http_address(text: &str) -> bool {
    if text.chars().count() > ADDRESS_MAX_CHARS || text.chars().any(is_refused) {
        return false;
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some(bracketed) = authority.strip_prefix('[') {
        let Some((host, port)) = bracketed.split_once(']') else {
            return false;
        };
        return host.parse::<Ipv6Addr>().is_ok() && (port.is_empty() || is_port(port));
    }
    let (host, port) = authority
        .find(':')
        .map_or((authority, ""), |at| authority.split_at(at));
    is_host(host) && (port.is_empty() || is_port(port))
}

fn is_refused(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\\' | '"' | '<' | '>' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

fn is_port(text: &str) -> bool {
    text.strip_prefix(':').is_some_and(|digits| {
        digits.bytes().all(|b| b.is_ascii_digit()) && digits.parse::<u16>().is_ok_and(|n| n > 0)
    })
}

fn is_host(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_http_addresses_with_a_host_are_accepted() {
        for address in [
            "http://www.scyanbian.gov.cn/zwgk/2022/t20220726_1.html",
            "HTTPS://www.scyanbian.gov.cn",
            "https://www.scyanbian.gov.cn:8443/?id=1#top",
            "http://盐边县人民政府.政务/公告",
            "http://10.1.2.3/a",
            "http://[2001:db8::1]:80/a",
            "http://www.scyanbian.gov.cn./",
        ] {
            assert!(is_http_address(address), "{address}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for address in [
            "",
            "www.scyanbian.gov.cn/a",
            "/zwgk/1.html",
            "//www.scyanbian.gov.cn/a",
            "ftp://www.scyanbian.gov.cn/a",
            "javascript:alert(1)//http://a.cn",
            "javascript://a.cn/%0aalert(1)",
            "http://",
            "http:///a",
            "http:/a.cn",
            "http://?a.cn",
            "http://a..cn/",
            "http://-a.cn/",
            "http://gov.cn@evil.example/",
            "http://a.cn:0/",
            "http://a.cn:99999/",
            "http://a.cn:8a/",
            "http://a.cn:/",
            "http://[::g]/",
            "http://[::1",
            "http://a.cn/ b",
            "http://a.cn\\b",
            "http://a.cn/\"onclick",
            " http://a.cn/",
        ] {
            assert!(!is_http_address(address), "{address}");
        }
        assert!(!is_http_address(&format!(
            "http://a.cn/{}",
            "a".repeat(2_000)
        )));
    }
}
