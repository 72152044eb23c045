//! The text of a body without its marks, for the check of emptiness, comparison and search.
//!
//! Not a sanitiser: what is shown as HTML goes through the server's cleaner.

use super::Content;
use super::entity::first_character;
use super::markup::{attribute, raw_attribute};

impl Content {
    /// The words of the body: one line per block, entities decoded once.
    #[must_use]
    pub fn plain_text(&self) -> String {
        plain_text(&self.body)
    }
}

/// The words of some HTML. Blocks end with a line break, cells with a tab; a picture says its
/// alternative text as `〔图片：…〕`; comments, scripts and styles say nothing. A `<` that begins no tag is text.
#[must_use]
pub fn plain_text(html: &str) -> String {
    mapped_text(html).text()
}

/// The words of some HTML as [`plain_text`] gives them, with the way back to the HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    /// The words, character by character.
    pub letters: Vec<Letter>,
    /// The links, in order.
    pub links: Vec<Link>,
}

/// A character of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The character.
    pub character: char,
    /// Where its writing begins in the HTML, in bytes.
    pub start: usize,
    /// Where it ends; equal to the start for the breaks that a tag makes.
    pub end: usize,
    /// How many characters of text stand before it in the HTML: its place in what a browser calls
    /// `textContent`.
    pub order: usize,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub address: String,
    /// The letters that it covers: from this one on.
    pub start: usize,
    /// To before this one.
    pub end: usize,
    /// Its begin tag in the HTML, in bytes.
    pub open: (usize, usize),
    /// Its end tag, if it has one.
    pub close: Option<(usize, usize)>,
}

impl MappedText {
    /// The words alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.character).collect()
    }
}

/// [`plain_text`] with the way back. Takes time in proportion to the length of the HTML.
#[must_use]
pub fn mapped_text(html: &str) -> MappedText {
    let mut writer = Writer {
        html,
        ..Writer::default()
    };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        writer.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            let (name, after) = read_tag(rest);
            let tag = &rest[..rest.len() - after.len()];
            rest = skip_unread(&name, after);
            match name.as_str() {
                "a" => writer.open_link(tag),
                "/a" => writer.close_link(tag),
                "img" => writer.picture(tag),
                _ => {}
            }
            match name.trim_start_matches('/') {
                "br" => writer.end_line(tag),
                "td" | "th" if name.starts_with('/') => writer.mark(tag, '\t'),
                "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol"
                | "tr" | "table" | "blockquote"
                    if writer.begun_line() =>
                {
                    writer.end_line(tag);
                }
                _ => {}
            }
        } else {
            writer.text(&rest[..1]);
            rest = &rest[1..];
        }
    }
    writer.text(rest);
    writer.finish()
}

#[derive(Default)]
struct Writer<'a> {
    html: &'a str,
    letters: Vec<Letter>,
    order: usize,
    links: Vec<Link>,
    in_link: bool,
}

impl Writer<'_> {
    /// Where a part of the HTML begins in it.
    fn place(&self, part: &str) -> usize {
        part.as_ptr().addr() - self.html.as_ptr().addr()
    }

    fn letter(&mut self, character: char, start: usize, end: usize) {
        let order = self.order;
        self.order += 1;
        self.letters.push(Letter {
            character,
            start,
            end,
            order,
        });
    }

    fn mark(&mut self, tag: &str, character: char) {
        let at = self.place(tag);
        self.letters.push(Letter {
            character,
            start: at,
            end: at,
            order: self.order,
        });
    }

    fn begun_line(&self) -> bool {
        self.letters
            .last()
            .is_some_and(|letter| letter.character != '\n')
    }

    fn end_line(&mut self, tag: &str) {
        self.trim(|c| matches!(c, '\t' | ' '));
        self.mark(tag, '\n');
    }

    fn trim(&mut self, unread: impl Fn(char) -> bool) {
        let read = self.letters.iter().rposition(|l| !unread(l.character));
        self.letters.truncate(read.map_or(0, |at| at + 1));
    }

    fn open_link(&mut self, tag: &str) {
        let Some(address) = attribute(tag, "href") else {
            return;
        };
        let open = self.place(tag);
        let start = self.letters.len();
        self.in_link = true;
        self.links.push(Link {
            address,
            start,
            end: start,
            open: (open, open + tag.len()),
            close: None,
        });
    }

    fn close_link(&mut self, tag: &str) {
        let (at, end) = (self.place(tag), self.letters.len());
        if std::mem::take(&mut self.in_link)
            && let Some(link) = self.links.last_mut()
        {
            link.end = end;
            link.close = Some((at, at + tag.len()));
        }
    }

    /// What a picture says is its alternative text, read where it stands in the tag. It is no text
    /// of the element, so that the places of what follows stay.
    fn picture(&mut self, tag: &str) {
        let Some(alt) = raw_attribute(tag, "alt").filter(|alt| !crate::text::is_blank(alt)) else {
            return;
        };
        for letter in "〔图片：".chars() {
            self.mark(tag, letter);
        }
        let (order, from) = (self.order, self.letters.len());
        self.text(alt);
        self.order = order;
        for letter in &mut self.letters[from..] {
            letter.order = order;
        }
        self.mark(tag, '〕');
    }

    fn text(&mut self, raw: &str) {
        if raw.is_empty() {
            return;
        }
        let mut at = self.place(raw);
        let mut rest = raw;
        while let Some((character, length)) = first_character(rest) {
            self.letter(character, at, at + length);
            at += length;
            rest = &rest[length..];
        }
    }

    fn finish(mut self) -> MappedText {
        self.trim(char::is_whitespace);
        let length = self.letters.len();
        let open = self.in_link;
        if let Some(link) = self.links.last_mut()
            && open
        {
            link.end = length;
        }
        for link in &mut self.links {
            link.start = link.start.min(length);
            link.end = link.end.clamp(link.start, length);
        }
        MappedText {
            letters: self.letters,
            links: self.links,
        }
    }
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
    fn every_letter_leads_back_to_the_html() {
        let html = "<p> 甲&amp;<b>乙</b> </p><table><tr><td>丙</td><td><a class='x' href=\"https://a.cn/?b=1&amp;c=2\">丁</a></td></tr></table>";
        let mapped = mapped_text(html);
        assert_eq!(mapped.text(), " 甲&乙\n丙\t丁");
        let written: Vec<&str> = mapped
            .letters
            .iter()
            .map(|l| &html[l.start..l.end])
            .collect();
        assert_eq!(written, [" ", "甲", "&amp;", "乙", "", "丙", "", "丁"]);
        let orders: Vec<usize> = mapped.letters.iter().map(|l| l.order).collect();
        assert_eq!(orders, [0, 1, 2, 3, 5, 5, 6, 6]);
        let [link] = mapped.links.as_slice() else {
            panic!("one link")
        };
        assert_eq!(link.address, "https://a.cn/?b=1&c=2");
        assert_eq!((link.start, link.end), (7, 8));
        assert!(html[link.open.0..link.open.1].starts_with("<a "));
        assert_eq!(link.close.map(|(from, to)| &html[from..to]), Some("</a>"));
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
