//! 不予公开: what is withheld comes back for a new look (评估审查), so that what can be public by then
//! becomes public (《政府信息公开条例》第十八条).

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::capacity::capacity;
use super::guard::Against;
use super::{ArticleState, Case, Outcome, Refusal};
use crate::article::PublicAttribute;
use crate::role::{Actor, Role};
use crate::text::is_blank;

/// What the leader found at the 评估审查.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum WithheldVerdict {
    /// 维持不予公开: until the next time.
    Maintained,
    /// 重新办理: it may be public by now, the officer prepares it anew.
    Reopened,
}

impl WithheldVerdict {
    /// Both verdicts.
    pub const ALL: [Self; 2] = [Self::Maintained, Self::Reopened];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Maintained => "maintained",
            Self::Reopened => "reopened",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Maintained => "维持不予公开",
            Self::Reopened => "情况变化，退回重新办理",
        }
    }
}

/// The day by which what is withheld on `day` has to be looked at again: so many months later, on
/// the last day of the month where it has no such day.
#[must_use]
pub fn assessment_due(day: NaiveDate, months: u16) -> NaiveDate {
    day.checked_add_months(Months::new(months.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// Where an approved release leads: what is not 主动公开 is filed and never becomes public.
pub(super) const fn released_state(attribute: Option<PublicAttribute>) -> ArticleState {
    match attribute {
        Some(PublicAttribute::OnRequest | PublicAttribute::Withheld) => ArticleState::Filed,
        // Without an attribute nothing is approved at all.
        Some(PublicAttribute::Proactive) | None => ArticleState::Released,
    }
}

/// 评估审查 by the leader, before the day or after it.
pub(super) fn assess(
    case: &Case<'_>,
    actor: &Actor,
    verdict: WithheldVerdict,
    opinion: &str,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(
        capacity(case, actor, Role::Leader).is_some(),
        Refusal::RoleMissing,
    );
    let withheld = case.content.attribute == Some(PublicAttribute::Withheld);
    against.unless(
        case.state == ArticleState::Filed && withheld,
        Refusal::StateForbids,
    );
    against.unless(!is_blank(opinion), Refusal::ReasonMissing);
    against.or(Outcome {
        state: match verdict {
            WithheldVerdict::Maintained => ArticleState::Filed,
            WithheldVerdict::Reopened => ArticleState::Returned,
        },
        signs: None,
        voids_signatures: verdict == WithheldVerdict::Reopened,
        closes_review: false,
    })
}
