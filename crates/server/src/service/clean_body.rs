//! The body of an item as it may be stored and shown: a short list of elements, everything else
//! taken out. The hash that an approval names is taken over the cleaned body.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use lanmu_domain::article::references;
use lanmu_domain::attachment::parse_address;

/// Elements that a body may hold.
const TAGS: [&str; 22] = [
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "em",
    "u",
    "sub",
    "sup",
    "br",
    "blockquote",
    "img",
];

/// Elements of which not even the text is kept.
const DROPPED_WITH_CONTENT: [&str; 9] = [
    "script", "style", "iframe", "object", "template", "noscript", "title", "textarea", "svg",
];

/// Cells span at most so many rows or columns.
const SPAN_MAX: u16 = 100;

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(DROPPED_WITH_CONTENT))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Custom(Box::new(only_attachments)))
        .link_rel(Some("noopener noreferrer"))
        .strip_comments(true)
        .attribute_filter(keep_attribute);
    builder
});

/// The body with nothing in it but the elements and attributes that a body may hold. Cleaning a
/// cleaned body changes nothing.
#[must_use]
pub fn clean_body(body: &str) -> String {
    let cleaned = CLEANER.clean(body.trim()).to_string();
    // A picture without an address is one from elsewhere.
    without_foreign_pictures(&cleaned)
}

/// Relative addresses are those of our attachments.
fn only_attachments(url: &str) -> Option<Cow<'_, str>> {
    parse_address(url).map(|_| Cow::Borrowed(url))
}

/// The HTML without pictures that are none of ours.
fn without_foreign_pictures(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    // The cleaner writes every attribute in quotes and escapes `<` within them.
    while let Some(at) = rest.find("<img") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        kept.push_str(&rest[..at]);
        if !references(&rest[at..end]).is_empty() {
            kept.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

fn keep_attribute<'v>(_: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    match attribute {
        "src" => parse_address(value).map(|_| Cow::Borrowed(value)),
        "colspan" | "rowspan" => value
            .trim()
            .parse::<u16>()
            .ok()
            .filter(|span| (1..=SPAN_MAX).contains(span))
            .map(|span| Cow::Owned(span.to_string())),
        _ => Some(Cow::Borrowed(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::clean_body;

    #[test]
    fn scripts_and_their_text_are_taken_out() {
        assert_eq!(
            clean_body("<p>正文</p><script>alert(1)</script>"),
            "<p>正文</p>"
        );
        assert_eq!(
            clean_body("<p onclick=\"x()\" style=\"color:red\">正文</p>"),
            "<p>正文</p>"
        );
        assert_eq!(clean_body("<img src=x onerror=alert(1)>图"), "图");
        assert_eq!(
            clean_body("<svg><a href=\"https://x\">x</a></svg><p>后</p>"),
            "<p>后</p>"
        );
    }

    #[test]
    fn unknown_elements_leave_their_text() {
        assert_eq!(clean_body("<div><span>一</span>二</div>"), "一二");
        assert_eq!(clean_body("<!-- 批注 --><p>三</p>"), "<p>三</p>");
    }

    #[test]
    fn links_are_http_only_and_name_no_opener() {
        assert_eq!(
            clean_body("<a href=\"https://www.example.gov.cn/\" target=\"_blank\">网</a>"),
            "<a href=\"https://www.example.gov.cn/\" rel=\"noopener noreferrer\">网</a>"
        );
        for href in [
            "javascript:alert(1)",
            "mailto:a@example.cn",
            "/relative",
            "data:text/html,x",
        ] {
            let cleaned = clean_body(&format!("<a href=\"{href}\">链接</a>"));
            assert!(!cleaned.contains("href"), "{cleaned}");
        }
    }

    #[test]
    fn pictures_and_files_are_ours_alone() {
        let picture = lanmu_domain::attachment::address(&"a".repeat(64), "现场 > 1.jpg");
        let body = format!("<p>甲<img src=\"{picture}\" alt=\"一 &gt; 二\">乙</p>");
        assert_eq!(clean_body(&body), body);
        let file = format!("<a href=\"{picture}\" rel=\"noopener noreferrer\">附件</a>");
        assert_eq!(clean_body(&file), file);
        for src in [
            "https://a.cn/x.png",
            "/x.png",
            "data:image/png;base64,AA",
            "//a.cn/x",
        ] {
            let body = format!("<p>甲<img src=\"{src}\" alt=\"x > y\">乙</p>");
            assert_eq!(clean_body(&body), "<p>甲乙</p>", "{src}");
        }
    }

    #[test]
    fn tables_keep_their_spans_within_reason() {
        assert_eq!(
            clean_body(
                "<table><tbody><tr><td colspan=\"2\" rowspan=\"x\">甲</td></tr></tbody></table>"
            ),
            "<table><tbody><tr><td colspan=\"2\">甲</td></tr></tbody></table>"
        );
        assert!(
            !clean_body("<table><tr><td colspan=\"99999\">甲</td></tr></table>")
                .contains("colspan")
        );
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        for body in [
            "<h2>一</h2><p>二 & 三 <b>四</b><br></p><ul><li>五</ul>",
            "<table><tr><td colspan=2>甲<td>乙</table>",
            "<a href='http://a.cn/?a=1&b=2'>x</a> < y",
        ] {
            let once = clean_body(body);
            assert_eq!(clean_body(&once), once);
        }
    }
}
