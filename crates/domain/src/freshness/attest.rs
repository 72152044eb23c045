//! 核对无变化 in a row.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Facts;
use super::evidence::{Party, day_of};

/// How many attestations may follow each other before the section head has to confirm the next
/// one (the project's own behaviours list; no legal basis).
pub const ATTESTATIONS_IN_A_ROW: usize = 2;

/// What the section head says to an attestation that needs confirming. Said once, never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AttestationDecision {
    /// 确认: it counts, and a new row begins.
    Confirmed,
    /// 不同意: it never counts.
    Refused,
}

impl AttestationDecision {
    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
        }
    }
}

/// How many attestations the party made by the end of a day since its last publication or since
/// the last one that the section head confirmed. Those of the day of that publication do not
/// count: they cannot be told to come after it.
#[must_use]
pub fn attestations_in_a_row(party: &[i64], facts: &Facts<'_>, on: NaiveDate) -> usize {
    let party = Party::of(party, facts);
    let published = facts
        .publications
        .iter()
        .map(|p| (p, day_of(p.published_at.naive_utc())))
        .filter(|(p, day)| party.includes(p.department_id, || *day))
        .map(|(_, day)| day)
        .filter(|day| *day <= on)
        .max();
    let own = || {
        facts
            .attestations
            .iter()
            .filter(move |a| a.on <= on && party.includes(a.department_id, || a.on))
    };
    let confirmed = own().filter(|a| a.confirmed).map(|a| (a.on, a.id)).max();
    own()
        .filter(|a| published.is_none_or(|day| a.on > day))
        .filter(|a| confirmed.is_none_or(|last| (a.on, a.id) > last))
        .count()
}

/// Whether the party's next attestation on a day has to be confirmed by the section head. To be
/// asked before it is stored: [`super::judge`] counts every attestation that it is given, so that
/// adding one never moves a due date to an earlier day.
#[must_use]
pub fn needs_section_head(party: &[i64], facts: &Facts<'_>, on: NaiveDate) -> bool {
    attestations_in_a_row(party, facts, on) >= ATTESTATIONS_IN_A_ROW
}
