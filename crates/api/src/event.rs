//! 触发事件 with what they oblige to.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::freshness::{EventState, EventStatus};
use lanmu_domain::rule::{DutyMode, Trigger};
use serde::{Deserialize, Serialize};

use crate::matrix::EventView;

/// The query of `GET /events`, the latest event first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventQuery {
    /// Only what obliges this department.
    pub department_id: Option<i64>,
    /// Only this kind.
    pub trigger: Option<Trigger>,
    /// Only those that stand here.
    pub state: Option<EventState>,
    /// Words in title or 文号.
    pub q: Option<String>,
    /// Happened on this day or later.
    pub from: Option<NaiveDate>,
    /// Happened on this day or earlier.
    pub to: Option<NaiveDate>,
    /// From `meta.next` of the page before.
    pub after: Option<String>,
    /// How many, 100 at most.
    pub limit: Option<u64>,
}

/// An event with its obligations, `GET /events` and `GET /events/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventRow {
    /// What happened.
    #[serde(flatten)]
    pub event: EventView,
    /// Where it stands, as far as the person sees its obligations.
    pub state: EventState,
    /// The name of who registered it.
    pub registered_by: String,
    /// Who cancelled it, when and why.
    pub cancelled: Option<Cancellation>,
    /// Whether the person may cancel it.
    pub may_cancel: bool,
    /// What it asks of whom, as far as the person may see it, in the order of the table.
    pub obligations: Vec<EventObligation>,
}

/// That an event was cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cancellation {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The name of who did it.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// What an event asks of one department, or of several together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventObligation {
    /// The duty.
    pub duty_id: i64,
    /// Whether the duty is in the matrix in force, so that it has a page.
    pub in_force: bool,
    /// The names of its column from the root down.
    pub column_path: Vec<String>,
    /// Who owes it: one department where each owes its own, all owners of a shared duty.
    pub department_ids: Vec<i64>,
    /// Their names.
    pub department_names: Vec<String>,
    /// Where it stands.
    pub status: EventStatus,
    /// The due date; `None` where nothing is asked for.
    pub due: Option<NaiveDate>,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
    /// The arithmetic in one Chinese sentence.
    pub arithmetic: String,
    /// Days after the due date: until the answer, or until today while there is none.
    pub days_late: u32,
    /// The publication that discharged it.
    pub answer: Option<EventAnswer>,
}

/// The publication that discharged an obligation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventAnswer {
    /// Title of what was published.
    pub title: String,
    /// Where.
    pub url: String,
    /// The day in Asia/Shanghai.
    pub on: NaiveDate,
    /// By which department.
    pub department_name: String,
    /// The article, if it went through the three reviews here.
    pub article_id: Option<i64>,
}

/// `POST /events/{id}/cancel`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelEvent {
    /// Why; must not be empty.
    pub reason: String,
}

/// The query of `GET /events/preview`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewQuery {
    /// What kind of event.
    pub trigger: Trigger,
    /// The day on which it happened.
    pub occurred_on: NaiveDate,
    /// Only this duty.
    pub duty_id: Option<i64>,
}

/// A duty for which the person may register an event of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewDuty {
    /// Its id.
    pub duty_id: i64,
    /// The names of its column from the root down.
    pub column_path: Vec<String>,
    /// Who must act where there are several owners.
    pub mode: DutyMode,
    /// The owners that the person may oblige.
    pub owners: Vec<PreviewOwner>,
    /// When the update would be due.
    pub dues: Vec<PreviewDue>,
}

/// A department that can be obliged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewOwner {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// When the update would be due, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewDue {
    /// One department where each owes its own, all owners of a shared duty.
    pub department_ids: Vec<i64>,
    /// The due date; `None` while the column is closed.
    pub due: Option<NaiveDate>,
    /// Whether it would be late already, due today or waiting.
    pub status: EventStatus,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
    /// The arithmetic in one Chinese sentence.
    pub arithmetic: String,
}

/// `GET /articles/{id}/open-events`: an event that a publication of the article could discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenEvent {
    /// What happened.
    #[serde(flatten)]
    pub event: EventView,
    /// Where the department stands with it.
    pub status: EventStatus,
    /// The due date.
    pub due: Option<NaiveDate>,
    /// Days after the due date.
    pub days_late: u32,
}
