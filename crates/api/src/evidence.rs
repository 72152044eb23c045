//! Trigger events and attestations.

use chrono::NaiveDate;
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

/// The answer to a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registered {
    /// The id of what was stored.
    pub id: i64,
}
