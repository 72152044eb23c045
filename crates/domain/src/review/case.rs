//! What a decision depends on, and what follows from it.

use chrono::{DateTime, FixedOffset};

use super::{ArticleState, EmergencyRelease, SecrecyConclusion, Stage};
use crate::article::Content;

/// An approval that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// At which stage.
    pub stage: Stage,
    /// By whom: the person who really acted.
    pub person_id: i64,
    /// For whom, if somebody stood in (委托代办).
    pub on_behalf_of: Option<i64>,
    /// The hash of the revision that was approved.
    pub revision: String,
    /// The secrecy conclusion, at [`Stage::Section`].
    pub secrecy: Option<SecrecyConclusion>,
    /// When.
    pub at: DateTime<FixedOffset>,
}

impl Signature {
    /// Whether this person signed, in person or through a delegate. One signature takes both people
    /// out of the other stages.
    #[must_use]
    pub fn involves(&self, person_id: i64) -> bool {
        self.person_id == person_id || self.on_behalf_of == Some(person_id)
    }

    /// The people of the signature: one, or two.
    pub fn people(&self) -> impl Iterator<Item = i64> {
        std::iter::once(self.person_id).chain(self.on_behalf_of)
    }
}

/// All that a decision depends on.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// Where the item stands.
    pub state: ArticleState,
    /// The department it belongs to.
    pub department_id: i64,
    /// The current content.
    pub content: &'a Content,
    /// The hash of the current content.
    pub revision: &'a str,
    /// Who wrote the current revision.
    pub author_id: i64,
    /// The signatures of the open review, or of the one that released the item, voided ones left
    /// out.
    pub signatures: &'a [Signature],
    /// How many findings of the secrecy check are open: see [`crate::secrecy::open_findings`].
    pub open_findings: usize,
    /// Whether a correction of this item is under way (更正).
    pub correction_open: bool,
    /// The emergency release that counts (紧急发布), if there is one.
    pub emergency: Option<&'a EmergencyRelease>,
}

/// What follows from an allowed act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The state afterwards.
    pub state: ArticleState,
    /// The stage that the act signs, if it is an approval or the submission.
    pub signs: Option<Stage>,
    /// Whether signatures given so far no longer count: see [`Outcome::voids`].
    pub voids_signatures: bool,
    /// Whether the open review ends with this act.
    pub closes_review: bool,
}

impl Outcome {
    /// Whether the signature of a stage no longer counts afterwards. Those of the stages before the
    /// one that is awaited then still stand: a return to the second review keeps the first.
    #[must_use]
    pub fn voids(&self, stage: Stage) -> bool {
        self.voids_signatures
            && self
                .state
                .awaited_stage()
                .is_none_or(|awaited| awaited <= stage)
    }
}
