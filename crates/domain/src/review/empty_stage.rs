//! 缺审核人: a stage for which nobody is left. It waits until somebody is named; nothing ever passes
//! because nobody is there.

use super::{ArticleState, Stage};

/// Somebody who could sign a stage by role alone: under the own post, or for somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// Who would act.
    pub person_id: i64,
    /// For whom, as a delegate.
    pub on_behalf_of: Option<i64>,
}

impl Candidate {
    fn people(self) -> impl Iterator<Item = i64> {
        std::iter::once(self.person_id).chain(self.on_behalf_of)
    }

    fn is_free_of(self, taken: &[i64]) -> bool {
        self.people().all(|person| !taken.contains(&person))
    }
}

/// Those of them who can still sign: nobody of theirs is among `taken`, the people who wrote the
/// revision or have part in another signature of the review.
#[must_use]
pub fn able(candidates: &[Candidate], taken: &[i64]) -> Vec<Candidate> {
    candidates
        .iter()
        .copied()
        .filter(|candidate| candidate.is_free_of(taken))
        .collect()
}

/// The stages still to come that nobody can sign, in order; with `taken` as in [`able`].
///
/// The release counts as empty too where everybody who could give it would be needed for the second
/// review: three stages need three people.
#[must_use]
pub fn empty_stages(
    state: ArticleState,
    section: &[Candidate],
    release: &[Candidate],
    taken: &[i64],
) -> Vec<Stage> {
    let release = able(release, taken);
    match state {
        ArticleState::Draft | ArticleState::Returned | ArticleState::InSectionReview => {
            let section = able(section, taken);
            let mut empty = Vec::new();
            if section.is_empty() {
                empty.push(Stage::Section);
            }
            let apart = |last: &Candidate| {
                section.is_empty()
                    || section.iter().any(|second| {
                        let signed: Vec<i64> = second.people().collect();
                        last.is_free_of(&signed)
                    })
            };
            if !release.iter().any(apart) {
                empty.push(Stage::Release);
            }
            empty
        }
        ArticleState::InReleaseReview if release.is_empty() => vec![Stage::Release],
        ArticleState::InReleaseReview
        | ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => Vec::new(),
    }
}
