//! 期限参数: figures that a coordinator keeps.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::parameters::FigureGroup;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A figure with its past and what is planned. `GET /figures` gives all of them, in groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureView {
    /// Name of the figure, e.g. `document_issued`.
    pub key: String,
    /// Its name in the interface.
    pub label: String,
    /// What it is for.
    pub group: FigureGroup,
    /// What holds today.
    pub in_force: FigureValueView,
    /// What will hold, the next first.
    pub planned: Vec<FigureValueView>,
    /// What held before, and what was cancelled before it ever held, the latest first.
    pub past: Vec<FigureValueView>,
}

/// A value of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureValueView {
    /// Its id; `None` for a shipped figure that was never stored.
    pub id: Option<i64>,
    /// As it is stored: `{"unit": …, "count": …}` or a number.
    pub value: Value,
    /// The same in words, e.g. 3个工作日.
    pub words: String,
    /// Its unit: `working_days`, `calendar_days`, `days`, `months`; `None` for plain numbers.
    pub unit: Option<String>,
    /// Legal basis.
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Why it was changed; `None` for what was shipped.
    pub reason: Option<String>,
    /// Who changed it.
    pub recorded_by_name: Option<String>,
    /// When.
    pub recorded_at: Option<DateTime<FixedOffset>>,
    /// When it was cancelled, before it came into force.
    pub cancelled_at: Option<DateTime<FixedOffset>>,
}

/// `POST /figures` and `POST /figures/preview`: a figure changes on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetFigure {
    /// Name of the figure.
    pub key: String,
    /// The new value, of the same shape as the one in force.
    pub value: Value,
    /// Legal basis; must not be empty.
    pub basis: String,
    /// First day on which it holds: today or later, a year ahead at most.
    pub effective_from: NaiveDate,
    /// Why; must not be empty.
    pub reason: String,
}

/// `POST /figures/{id}/cancel`: a planned change does not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelFigure {
    /// Why; must not be empty.
    pub reason: String,
}
