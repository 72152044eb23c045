//! A marked passage of a body: the words, and where they begin.

use serde::{Deserialize, Serialize};

use super::markup::{Piece, decoded, escaped, pieces};
use crate::text::is_blank;

/// Longest passage, in characters.
pub const PASSAGE_MAX_CHARS: usize = 1_000;

/// Words of a body and their place. The place counts characters over all text of the body, tags
/// left out and entities decoded: what a browser calls the text of the element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passage {
    /// The words, as they stand there.
    pub quote: String,
    /// Characters before the first of them.
    pub start: u32,
}

/// Why a passage cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageProblem {
    /// No words.
    Empty,
    /// More than [`PASSAGE_MAX_CHARS`].
    TooLong,
    /// The words do not stand there.
    NotThere,
}

impl PassageProblem {
    /// What is wrong and how to mend it, in Chinese.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "没有选中文字，请重新选择",
            Self::TooLong => "选中的文字最多 1000 字，请缩短",
            Self::NotThere => "选中的文字与稿件正文不符，请重新选择",
        }
    }
}

impl Passage {
    /// Whether the words stand at their place in this body.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, body: &str) -> Result<(), PassageProblem> {
        if is_blank(&self.quote) {
            return Err(PassageProblem::Empty);
        }
        if self.quote.chars().count() > PASSAGE_MAX_CHARS {
            return Err(PassageProblem::TooLong);
        }
        let text = body_text(body);
        let there = char_offset(&text, self.start as usize)
            .is_some_and(|at| text[at..].starts_with(&self.quote));
        if there {
            Ok(())
        } else {
            Err(PassageProblem::NotThere)
        }
    }

    /// Where the words stand in a body that may have been changed since, in characters: at their
    /// place, else where they stand nearest to it. `None` where they are gone.
    #[must_use]
    pub fn find(&self, body: &str) -> Option<std::ops::Range<usize>> {
        if self.quote.is_empty() {
            return None;
        }
        let text = body_text(body);
        let wanted = self.start as usize;
        let length = self.quote.chars().count();
        let (mut seen_bytes, mut seen_chars) = (0, 0);
        text.match_indices(&self.quote)
            .map(|(at, _)| {
                seen_chars += text[seen_bytes..at].chars().count();
                seen_bytes = at;
                seen_chars
            })
            .min_by_key(|start| start.abs_diff(wanted))
            .map(|start| start..start + length)
    }
}

/// All text of a body, as a browser reads it from the element that shows it.
#[must_use]
pub fn body_text(body: &str) -> String {
    pieces(body)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(raw) => Some(decoded(raw)),
            Piece::Open(_) | Piece::Close(_) => None,
        })
        .collect()
}

/// The body with these passages in `<mark>`; those whose words are gone are left out.
#[must_use]
pub fn with_marks(body: &str, passages: &[Passage]) -> String {
    let found: Vec<_> = passages
        .iter()
        .filter_map(|passage| passage.find(body))
        .collect();
    let is_marked = |at: usize| found.iter().any(|range| range.contains(&at));
    let mut html = String::with_capacity(body.len() + 32);
    let mut at = 0;
    for piece in pieces(body) {
        let raw = match piece {
            Piece::Open(tag) | Piece::Close(tag) => {
                html.push_str(tag);
                continue;
            }
            Piece::Text(raw) => raw,
        };
        let text: Vec<char> = decoded(raw).chars().collect();
        let mut from = 0;
        while from < text.len() {
            let marked = is_marked(at + from);
            let length = (from..text.len())
                .take_while(|index| is_marked(at + index) == marked)
                .count();
            let part = escaped(&text[from..from + length].iter().collect::<String>());
            if marked {
                html.push_str("<mark>");
                html.push_str(&part);
                html.push_str("</mark>");
            } else {
                html.push_str(&part);
            }
            from += length;
        }
        at += text.len();
    }
    html
}

fn char_offset(text: &str, chars: usize) -> Option<usize> {
    let ends = text.char_indices().map(|(at, _)| at);
    ends.chain([text.len()]).nth(chars)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<p>三月<strong>五日</strong>前 &amp; 后</p><p>三月五日</p>";

    fn passage(quote: &str, start: u32) -> Passage {
        Passage {
            quote: quote.to_owned(),
            start,
        }
    }

    #[test]
    fn the_words_must_stand_at_their_place() {
        assert_eq!(body_text(BODY), "三月五日前 & 后三月五日");
        assert_eq!(passage("五日前 & 后三", 2).check(BODY), Ok(()));
        assert_eq!(passage("后", 8).check(BODY), Ok(()));
        let wrong = [
            (passage("五日", 3), PassageProblem::NotThere),
            (passage("五日", 900), PassageProblem::NotThere),
            (passage(" ", 6), PassageProblem::Empty),
            (passage(&"三".repeat(1_001), 0), PassageProblem::TooLong),
        ];
        for (passage, problem) in wrong {
            assert_eq!(passage.check(BODY), Err(problem), "{passage:?}");
        }
    }

    #[test]
    fn after_an_edit_the_nearest_place_counts() {
        assert_eq!(passage("三月五日", 9).find(BODY), Some(9..13));
        assert_eq!(passage("三月五日", 8).find("<p>新三月五日</p>"), Some(1..5));
        assert_eq!(passage("四月", 0).find(BODY), None);
        assert_eq!(passage("", 0).find(BODY), None);
    }

    #[test]
    fn marks_go_around_words_and_into_tags() {
        assert_eq!(
            with_marks(BODY, &[passage("月五日前 & ", 1)]),
            "<p>三<mark>月</mark><strong><mark>五日</mark></strong><mark>前 &amp; </mark>后</p>\
             <p>三月五日</p>"
        );
        assert_eq!(with_marks(BODY, &[]), BODY);
    }
}
