//! What people do to an item.

use serde::{Deserialize, Serialize};

use super::{ActKind, EmergencyVerdict, ReturnTo, WithheldVerdict};

/// 保密审查结论, given with the second review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SecrecyConclusion {
    /// 不涉密、不涉及敏感信息，可以公开.
    Clear,
    /// 涉密或涉及敏感信息: cannot go on.
    Sensitive,
}

impl SecrecyConclusion {
    /// Both conclusions.
    pub const ALL: [Self; 2] = [Self::Clear, Self::Sensitive];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Sensitive => "sensitive",
        }
    }

    /// The conclusion with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|conclusion| conclusion.key() == key)
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Clear => "不涉密，可以公开",
            Self::Sensitive => "涉密或敏感，不得公开",
        }
    }
}

/// An act on an item. Every act is asked of [`super::decide`] first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Change the content: makes a new revision and voids what was approved.
    Edit,
    /// 初审: sign the current revision and open the review.
    Submit,
    /// 同意 at the stage that is awaited, naming the revision seen.
    Approve {
        /// The hash of the revision that the person saw.
        revision: String,
        /// Needed at [`super::Stage::Section`], not allowed elsewhere.
        secrecy: Option<SecrecyConclusion>,
        /// The opinion in words; may be empty.
        opinion: String,
    },
    /// 退回 to the officer or, from the third review, to the second.
    Return {
        /// The hash of the revision that the person saw.
        revision: String,
        /// To whom.
        to: ReturnTo,
        /// Why; must not be empty.
        reason: String,
    },
    /// 撤回 by the submitter before release.
    Recall,
    /// Back-fill the address; its time is evidence, not a matter of the review.
    RecordPublication {
        /// Absolute http(s) address.
        url: String,
    },
    /// 撤稿 after publication.
    Withdraw {
        /// Why; must not be empty.
        reason: String,
    },
    /// 说明保留: a finding of the secrecy check stays as it is, with a reason.
    OverrideFinding {
        /// Why; must not be empty.
        reason: String,
        /// Who has already said why, if somebody has.
        given_by: Option<i64>,
    },
    /// 收回说明: the finding is open again.
    TakeBackOverride {
        /// Who said why it stays.
        given_by: i64,
    },
    /// 更正: begin another item that corrects this one, through its own reviews.
    Correct,
    /// 紧急发布 by the leader, past the reviews.
    EmergencyRelease {
        /// The hash of the revision that the person saw.
        revision: String,
        /// Why it cannot wait; must not be empty.
        reason: String,
    },
    /// 事后审核 of an emergency release, by somebody else.
    ReviewEmergency {
        /// What was found.
        verdict: EmergencyVerdict,
        /// Must not be empty where a withdrawal is ordered.
        opinion: String,
    },
    /// 评估审查 of what is withheld (条例第十八条), by the leader.
    AssessWithheld {
        /// What was found.
        verdict: WithheldVerdict,
        /// Why; must not be empty.
        opinion: String,
    },
    /// 删除 a draft. What was once signed stays in the ledger.
    Delete,
}

impl Act {
    /// Which act it is, without what the person filled in.
    #[must_use]
    pub const fn kind(&self) -> ActKind {
        match self {
            Self::Edit => ActKind::Edit,
            Self::Submit => ActKind::Submit,
            Self::Approve { .. } => ActKind::Approve,
            Self::Return { .. } => ActKind::Return,
            Self::Recall => ActKind::Recall,
            Self::RecordPublication { .. } => ActKind::RecordPublication,
            Self::Withdraw { .. } => ActKind::Withdraw,
            Self::OverrideFinding { .. } => ActKind::OverrideFinding,
            Self::TakeBackOverride { .. } => ActKind::TakeBackOverride,
            Self::Correct => ActKind::Correct,
            Self::EmergencyRelease { .. } => ActKind::EmergencyRelease,
            Self::ReviewEmergency { .. } => ActKind::ReviewEmergency,
            Self::AssessWithheld { .. } => ActKind::AssessWithheld,
            Self::Delete => ActKind::Delete,
        }
    }
}
