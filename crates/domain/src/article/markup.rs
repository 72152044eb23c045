//! The cleaned HTML of a body, piece by piece. Not a sanitiser: what is read here was cleaned by
//! the server before it was stored.

use super::entity::push_decoded;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// A start tag as it stands.
    Open(&'a str),
    /// An end tag as it stands.
    Close(&'a str),
    /// Text as it stands, entities not decoded.
    Text(&'a str),
}

/// The pieces of some HTML in order. A `<` that begins no tag is text; comments are left out.
pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    let mut from = 0;
    while let Some(at) = rest[from..].find('<').map(|at| at + from) {
        let after = &rest[at + 1..];
        if !after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            from = at + 1;
            continue;
        }
        if at > 0 {
            found.push(Piece::Text(&rest[..at]));
        }
        let length = tag_length(&rest[at..]);
        let tag = &rest[at..at + length];
        match tag.as_bytes().get(1) {
            Some(b'/') => found.push(Piece::Close(tag)),
            Some(b'!' | b'?') => {}
            _ => found.push(Piece::Open(tag)),
        }
        rest = &rest[at + length..];
        from = 0;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// How long the tag or comment is with which the text begins; to the end where it does not close.
fn tag_length(html: &str) -> usize {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.find("-->").map_or(html.len(), |end| end + 7);
    }
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    html.len()
}

/// The name of a start or end tag in lower case.
pub(crate) fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}

/// The value of an attribute of a start tag, decoded.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    raw_attribute(tag, name).map(decoded)
}

/// The value of an attribute as it stands in the tag.
pub(crate) fn raw_attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    loop {
        rest = rest.trim_start();
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        if end == 0 {
            return None;
        }
        let found = rest[..end].eq_ignore_ascii_case(name);
        rest = rest[end..].trim_start();
        let value = match rest.strip_prefix('=') {
            None => "",
            Some(after) => {
                let (value, after) = attribute_value(after.trim_start());
                rest = after;
                value
            }
        };
        if found {
            return Some(value);
        }
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], &text[end..])
}

/// Text with its entities decoded once.
pub(crate) fn decoded(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    push_decoded(&mut text, raw);
    text
}

/// Text as it may stand between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\u{A0}', "&nbsp;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_html_again() {
        let html = "甲 < 乙<p class=\"a > b\">1 &lt; 2<br></p><a href='x'>丙</a>";
        let written: String = pieces(html)
            .into_iter()
            .map(|piece| match piece {
                Piece::Open(text) | Piece::Close(text) | Piece::Text(text) => text,
            })
            .collect();
        assert_eq!(written, html);
        assert_eq!(
            pieces("甲<!-- 注 -->乙"),
            [Piece::Text("甲"), Piece::Text("乙")]
        );
        assert_eq!(pieces("<p"), [Piece::Open("<p")]);
    }

    #[test]
    fn attributes_are_read_whatever_their_quotes() {
        let tag = "<a href=\"http://a.cn/?x=1&amp;y=2\" rel='noopener' download>";
        assert_eq!(
            attribute(tag, "href").as_deref(),
            Some("http://a.cn/?x=1&y=2")
        );
        assert_eq!(attribute(tag, "rel").as_deref(), Some("noopener"));
        assert_eq!(attribute(tag, "download").as_deref(), Some(""));
        assert_eq!(attribute(tag, "title"), None);
        assert_eq!(attribute("<td colspan=2>", "colspan").as_deref(), Some("2"));
        assert_eq!(tag_name("</H2>"), "h2");
    }
}
