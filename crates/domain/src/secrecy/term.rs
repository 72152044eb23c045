//! 错敏词: the list that a site keeps, and where its words stand.

use std::ops::Range;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::noncontiguous::NFA;
use aho_corasick::{Input, MatchKind};
use serde::{Deserialize, Serialize};

use super::reading::{Reading, is_unread};

/// Longest wrong or right form, in characters.
pub const TERM_MAX_CHARS: usize = 50;
/// Longest note, in characters.
pub const TERM_NOTE_MAX_CHARS: usize = 200;

/// An expression to avoid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Term {
    /// What must not stand there.
    pub wrong: String,
    /// What should stand there instead, if there is one form.
    pub right: Option<String>,
    /// 类别, e.g. 领导职务.
    pub category: String,
    /// Why; may be empty.
    pub note: String,
}

/// Why a term cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermProblem {
    /// Shorter than two characters: it would be found everywhere.
    TooShort,
    /// Right and wrong are the same.
    NothingToChange,
}

impl TermProblem {
    /// What is wrong, in Chinese.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::TooShort => "错误用语至少两个字",
            Self::NothingToChange => "正确用语与错误用语相同，请修改",
        }
    }
}

impl Term {
    /// Whether the term can be kept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), TermProblem> {
        if self
            .wrong
            .chars()
            .filter(|c| !c.is_whitespace() && !is_unread(*c))
            .count()
            < 2
        {
            return Err(TermProblem::TooShort);
        }
        if self.right.as_ref() == Some(&self.wrong) {
            return Err(TermProblem::NothingToChange);
        }
        Ok(())
    }
}

/// What a site keeps for the check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Terms {
    /// The expressions to avoid.
    pub terms: Vec<Term>,
    /// Domains outside `gov.cn` to which links may lead, subdomains included.
    pub domains: Vec<String>,
}

/// The terms ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct TermFinder {
    terms: Vec<Term>,
    // The plainest of the automata: the SPA does not carry the others.
    automaton: Option<NFA>,
}

impl TermFinder {
    pub(super) fn new(terms: &[Term]) -> Self {
        let terms: Vec<Term> = terms
            .iter()
            .filter(|term| term.check().is_ok())
            .cloned()
            .collect();
        let wrong = terms
            .iter()
            .map(|term| searched(&Reading::new(term.wrong.chars().collect())).0);
        let automaton = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(wrong);
        Self {
            // More terms than the automaton can hold are none that a site could keep.
            automaton: automaton.ok().filter(|_| !terms.is_empty()),
            terms,
        }
    }

    /// Where terms stand, and which. A term within its own right form is fine.
    pub(super) fn find(&self, reading: &Reading) -> Vec<(Range<usize>, &Term)> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let (text, places) = searched(reading);
        // Refused only for ways of searching that this automaton does not have.
        let Ok(hits) = automaton.try_find_iter(Input::new(&text)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // Characters are counted along with the matches, which come in order.
        let (mut byte, mut index) = (0, 0);
        for hit in hits {
            index += text[byte..hit.start()].chars().count();
            let length = text[hit.range()].chars().count();
            let range = places[index]..places[index + length - 1] + 1;
            let term = &self.terms[hit.pattern().as_usize()];
            if !is_within_right(&text, hit.range(), term) {
                found.push((range, term));
            }
            byte = hit.end();
            index += length;
        }
        found
    }
}

/// The characters that are read, and where each stands.
fn searched(reading: &Reading) -> (String, Vec<usize>) {
    let read = reading
        .chars
        .iter()
        .enumerate()
        .filter(|(_, c)| !is_unread(**c));
    read.map(|(at, c)| (*c, at)).unzip()
}

fn is_within_right(text: &str, hit: Range<usize>, term: &Term) -> bool {
    let Some(right) = &term.right else {
        return false;
    };
    let (right, _) = searched(&Reading::new(right.chars().collect()));
    let (right, wrong) = (
        right.to_ascii_lowercase(),
        text[hit.clone()].to_ascii_lowercase(),
    );
    right.match_indices(&wrong).any(|(before, _)| {
        let from = hit.start.checked_sub(before);
        let there = from.and_then(|from| text.get(from..from + right.len()));
        there.is_some_and(|there| there.eq_ignore_ascii_case(&right))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Checker, FindingKind, Terms};
    use super::*;

    fn term(wrong: &str, right: Option<&str>) -> Term {
        Term {
            wrong: wrong.to_owned(),
            right: right.map(str::to_owned),
            category: "用语".to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn terms_are_found_but_not_in_their_right_form() {
        let terms = Terms {
            terms: vec![
                term("样本市", Some("样本县级市")),
                term("样本县级", None),
                term("样本", Some("样本县")),
                term("ABC", None),
            ],
            domains: Vec::new(),
        };
        let checker = Checker::new(&terms);
        let found = |text: &str| -> Vec<String> {
            let findings = checker.check_line(text);
            findings
                .into_iter()
                .filter(|f| f.kind == FindingKind::Term)
                .map(|f| f.text)
                .collect()
        };
        assert_eq!(found("去样本看看"), ["样本"]);
        assert!(found("去样本县看看").is_empty());
        assert_eq!(found("样本县和样本"), ["样本"]);
        assert_eq!(found("样\u{200B}本市ａｂｃ"), ["样\u{200B}本市", "ａｂｃ"]);
    }

    #[test]
    fn terms_of_one_character_are_refused() {
        assert_eq!(term("甲 ", None).check(), Err(TermProblem::TooShort));
        assert_eq!(
            term("甲乙", Some("甲乙")).check(),
            Err(TermProblem::NothingToChange)
        );
        assert_eq!(term("甲乙", Some("乙甲")).check(), Ok(()));
    }
}
