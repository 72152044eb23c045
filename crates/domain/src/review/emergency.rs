//! 紧急发布: released by the leader at once, reviewed by somebody else within 24 hours.

use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};

use super::guard::{Against, content_problems, finding_problems, holds, publication_problems};
use super::{ArticleState, Case, Outcome, Refusal};
use crate::role::{Actor, Role};
use crate::text::is_blank;

/// An emergency release that counts: of the current revision, and not made void by an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyRelease {
    /// The leader who released it.
    pub person_id: i64,
    /// Who had submitted it, where a review was open.
    pub submitter_id: Option<i64>,
    /// The hash of the revision that was released.
    pub revision: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What the retrospective review found.
    pub verdict: Option<EmergencyVerdict>,
}

/// 事后审核: what somebody else found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EmergencyVerdict {
    /// 维持发布.
    Upheld,
    /// 责令撤稿.
    WithdrawalOrdered,
}

impl EmergencyVerdict {
    /// Both verdicts.
    pub const ALL: [Self; 2] = [Self::Upheld, Self::WithdrawalOrdered];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::WithdrawalOrdered => "withdrawal_ordered",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Upheld => "维持发布",
            Self::WithdrawalOrdered => "责令撤稿",
        }
    }
}

/// How the retrospective review of an emergency release stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EmergencyStatus {
    /// 超时未审核.
    Overdue,
    /// 待事后审核.
    Waiting,
    /// 已责令撤稿.
    Ordered,
    /// 已事后审核.
    Upheld,
    /// 发布前已修改: what was released was edited before it became public, and needs the three
    /// reviews again.
    Void,
}

impl EmergencyStatus {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Waiting,
        Self::Ordered,
        Self::Upheld,
        Self::Void,
    ];

    /// How it stands at a moment; `due` is when the review had to be done.
    #[must_use]
    pub fn at(
        verdict: Option<EmergencyVerdict>,
        void: bool,
        due: DateTime<FixedOffset>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        match verdict {
            Some(EmergencyVerdict::Upheld) => Self::Upheld,
            Some(EmergencyVerdict::WithdrawalOrdered) => Self::Ordered,
            None if void => Self::Void,
            None if now > due => Self::Overdue,
            None => Self::Waiting,
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Waiting => "waiting",
            Self::Ordered => "ordered",
            Self::Upheld => "upheld",
            Self::Void => "void",
        }
    }

    /// The status with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overdue => "超时未审核",
            Self::Waiting => "待事后审核",
            Self::Ordered => "已责令撤稿",
            Self::Upheld => "已事后审核",
            Self::Void => "发布前已修改",
        }
    }
}

/// When the retrospective review has to be done: so many hours by the clock, not working hours,
/// because what is public is read at night and on Sundays too.
#[must_use]
pub fn emergency_due(released: DateTime<FixedOffset>, hours: u16) -> DateTime<FixedOffset> {
    released + Duration::hours(i64::from(hours))
}

/// Whether the current revision may go public because a leader released it in an emergency.
pub(super) fn released_in_emergency(case: &Case<'_>) -> bool {
    case.emergency.is_some_and(|release| {
        release.revision == case.revision
            && release.verdict != Some(EmergencyVerdict::WithdrawalOrdered)
    })
}

/// 紧急发布: only under a post of one's own, of what somebody else wrote.
pub(super) fn release(
    case: &Case<'_>,
    actor: &Actor,
    revision: &str,
    reason: &str,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Leader), Refusal::RoleMissing);
    let reviewing = match case.state {
        ArticleState::Draft | ArticleState::Returned => false,
        ArticleState::InSectionReview | ArticleState::InReleaseReview => true,
        ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => {
            against.add(Refusal::StateForbids);
            false
        }
    };
    against.unless(revision == case.revision, Refusal::RevisionChanged);
    against.unless(
        case.author_id != actor.person_id,
        Refusal::AuthorCannotReview,
    );
    against.all(content_problems(case.content));
    against.all(publication_problems(case.content));
    against.all(finding_problems(case));
    against.unless(!is_blank(reason), Refusal::ReasonMissing);
    against.or(Outcome {
        state: ArticleState::Released,
        signs: None,
        voids_signatures: true,
        closes_review: reviewing,
    })
}

/// 事后审核, once, by a reviewer of the department or a coordinator who had no part in it.
pub(super) fn review(
    case: &Case<'_>,
    actor: &Actor,
    verdict: EmergencyVerdict,
    opinion: &str,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    let reviews = holds(case, actor, Role::SectionHead)
        || holds(case, actor, Role::Leader)
        || actor.holds(Role::Coordinator);
    against.unless(reviews, Refusal::RoleMissing);
    let state = match case.state {
        ArticleState::Released if verdict == EmergencyVerdict::WithdrawalOrdered => {
            ArticleState::Returned
        }
        ArticleState::Published if verdict == EmergencyVerdict::WithdrawalOrdered => {
            ArticleState::Withdrawn
        }
        // Taken down meanwhile, it was public all the same.
        ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected => case.state,
        ArticleState::Draft
        | ArticleState::InSectionReview
        | ArticleState::InReleaseReview
        | ArticleState::Returned
        | ArticleState::Filed => {
            against.add(Refusal::StateForbids);
            case.state
        }
    };
    match case.emergency {
        None => against.add(Refusal::StateForbids),
        Some(release) => {
            let took_part = release.person_id == actor.person_id
                || release.submitter_id == Some(actor.person_id)
                || case.author_id == actor.person_id;
            against.unless(!took_part, Refusal::OwnEmergencyRelease);
            against.unless(release.verdict.is_none(), Refusal::EmergencyReviewed);
        }
    }
    if verdict == EmergencyVerdict::WithdrawalOrdered {
        against.unless(!is_blank(opinion), Refusal::ReasonMissing);
    }
    against.or(Outcome {
        state,
        signs: None,
        voids_signatures: false,
        closes_review: false,
    })
}
