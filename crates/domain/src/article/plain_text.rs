//! The text of a body without its marks, for the check of emptiness, comparison and search.
//!
//! Not a sanitiser: what is shown as HTML goes through the server's cleaner.

use super::Content;

impl Content {
    /// The words of the body: one line per block, entities decoded once.
    #[must_use]
    pub fn plain_text(&self) -> String {
        plain_text(&self.body)
    }
}

/// The words of some HTML. Blocks end with a line break, cells with a tab; comments, scripts and
/// styles say nothing. A `<` that begins no tag is text.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_decoded(&mut text, &rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            let (name, after) = read_tag(rest);
            rest = skip_unread(&name, after);
            match name.trim_start_matches('/') {
                "br" => end_line(&mut text),
                "td" | "th" if name.starts_with('/') => text.push('\t'),
                "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol"
                | "tr" | "table" | "blockquote"
                    if !text.is_empty() && !text.ends_with('\n') =>
                {
                    end_line(&mut text);
                }
                _ => {}
            }
        } else {
            text.push('<');
            rest = &rest[1..];
        }
    }
    push_decoded(&mut text, rest);
    text.truncate(text.trim_end().len());
    text
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(['\t', ' ']).len());
    text.push('\n');
}

/// The name of the tag in lower case, with its `/` if it is an end tag, and what follows the tag.
fn read_tag(html: &str) -> (String, &str) {
    let inner = &html[1..];
    let name_end = inner
        .char_indices()
        .find(|(at, c)| !(c.is_ascii_alphanumeric() || (*at == 0 && *c == '/')))
        .map_or(inner.len(), |(at, _)| at);
    let mut quote = None;
    for (at, c) in inner.char_indices().skip(name_end) {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return (inner[..name_end].to_ascii_lowercase(), &inner[at + 1..]),
            _ => {}
        }
    }
    (inner[..name_end].to_ascii_lowercase(), "")
}

/// What follows a script or style, whose inside is not text.
fn skip_unread<'a>(name: &str, after: &'a str) -> &'a str {
    if !matches!(name, "script" | "style") {
        return after;
    }
    let mut from = 0;
    while let Some(found) = after[from..].find("</") {
        let at = from + found;
        let here = &after.as_bytes()[at + 2..];
        if here
            .get(..name.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        {
            return &after[at..];
        }
        from = at + 2;
    }
    ""
}

pub(super) fn push_decoded(text: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest name known is 6 letters, the longest number 8 digits with its marks.
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| decode(&rest[1..end]).map(|c| (c, end))) {
            Some((character, end)) => {
                text.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
}

fn decode(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(
            char::from_u32(code)
                .filter(|c| *c != '\0')
                .unwrap_or('\u{FFFD}'),
        );
    }
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "thinsp" => '\u{2009}',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "times" => '×',
        "shy" => '\u{AD}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_blank;

    #[test]
    fn blocks_become_lines_and_marks_disappear() {
        assert_eq!(
            plain_text(
                "<h2>一、总则</h2><p>甲<strong>乙</strong><br/>丙</p><ul><li>1</li><li>2</li></ul>"
            ),
            "一、总则\n甲乙\n丙\n1\n2"
        );
        assert_eq!(
            plain_text("<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>"),
            "甲\t乙\n丙"
        );
    }

    #[test]
    fn entities_are_decoded_once_and_unknown_ones_kept() {
        assert_eq!(
            plain_text("&lt;p&gt; A&amp;lt; &#30416;&#x8FB9; &foo; & 1 &#0;"),
            "<p> A&lt; 盐边 &foo; & 1 \u{FFFD}"
        );
        assert_eq!(plain_text("a &盐盐盐盐盐 b"), "a &盐盐盐盐盐 b");
    }

    #[test]
    fn what_cannot_be_read_says_nothing() {
        assert_eq!(
            plain_text("<!-- 注 -->甲<style>p{}</STYLE><script>if(1<2){}</script>乙"),
            "甲乙"
        );
        assert_eq!(
            plain_text("<a title=\"1 > 0\" href='#'>甲</a> 3 < 5"),
            "甲 3 < 5"
        );
        assert_eq!(plain_text("甲<p"), "甲");
        for empty in [
            "",
            "<p></p>",
            "<p>&nbsp;<br>　</p>",
            "<p><!-- 甲 --></p>",
            "<table><tr><td></td></tr></table>",
        ] {
            assert!(is_blank(&plain_text(empty)), "{empty}");
        }
    }
}
