//! Trigger events and attestations.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::freshness::AttestationDecision;
use lanmu_domain::rule::{ChangeSubject, Trigger};
use serde::{Deserialize, Serialize};

/// `POST /events`: 登记触发事件.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterEvent {
    /// What kind.
    pub trigger: Trigger,
    /// Title of the document or activity, or what changed.
    pub title: String,
    /// 文号, empty where there is none.
    #[serde(default)]
    pub document_number: String,
    /// The day on which it happened.
    pub occurred_on: NaiveDate,
    /// The duties that it concerns; at least one.
    pub duty_ids: Vec<i64>,
    /// What changed, for changes; `None` for the other kinds.
    #[serde(default)]
    pub change: Option<ChangeSubject>,
    /// The departments that it obliges; none means every owner of the duties.
    #[serde(default)]
    pub department_ids: Vec<i64>,
    /// Whether to register it although its 文号 was registered before for one of the departments.
    #[serde(default)]
    pub again: bool,
}

/// `POST /duties/{id}/attestations`: 核对无变化.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attest {
    /// The department that attests.
    pub department_id: i64,
    /// What was looked at; must not be empty.
    pub note: String,
}

/// The answer to an attestation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attested {
    /// Its id.
    pub id: i64,
    /// Whether it waits for the section head and does not count yet.
    pub awaits: bool,
    /// Whether it waits and the department has nobody now who may confirm it.
    pub nobody_confirms: bool,
}

/// `POST /attestations/{id}/decision`, by the section head of the department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecideAttestation {
    /// 确认, or 不同意.
    pub confirmed: bool,
    /// Why; must not be empty for 不同意.
    #[serde(default)]
    pub note: String,
}

/// An attestation, as the detail of a duty shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AttestationView {
    /// Its id.
    pub id: i64,
    /// Who attested.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// What was looked at.
    pub note: String,
    /// The person; `None` for what was imported.
    pub person_id: Option<i64>,
    /// The name as it was.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Whether it needs the section head; it counts only when confirmed.
    pub awaits: bool,
    /// What the section head said.
    pub decision: Option<DecisionView>,
}

/// What the section head said to an attestation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionView {
    /// Confirmed or refused.
    pub decision: AttestationDecision,
    /// Why; may be empty where it was confirmed.
    pub note: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// The answer to a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registered {
    /// The id of what was stored.
    pub id: i64,
}
