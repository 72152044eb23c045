//! A column of the tree: where it stands, when it was closed, what is set for it.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::column::ColumnKind;
use lanmu_domain::rule::{Reach, Rule};
use serde::{Deserialize, Serialize};

/// `GET /columns/{id}`: what a coordinator needs to know before changing a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnDetail {
    /// Its id.
    pub id: i64,
    /// What it is for.
    pub kind: ColumnKind,
    /// Where on the website it stands, where known.
    #[serde(default)]
    pub address: Option<String>,
    /// The columns from the root down to this one.
    pub levels: Vec<ColumnLevel>,
    /// Since when it has been closed, by itself or with one above it; `None` while it is open.
    pub closed_since: Option<NaiveDate>,
    /// When it and those above it were closed, the latest first.
    pub closures: Vec<ClosureView>,
    /// What is in force or planned at it and above it, root first.
    pub settings: Vec<SettingView>,
    /// The duties on it.
    pub duty_ids: Vec<i64>,
    /// How many duties hang on the columns below it.
    pub duties_below: u64,
}

/// A column of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnLevel {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// A time during which a column was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosureView {
    /// The column that was closed: this one or one above it.
    pub column_id: i64,
    /// The names of that column from the root down.
    pub column_path: Vec<String>,
    /// First day on which it was closed.
    pub closed_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who closed it.
    pub closed_by_name: String,
    /// First day on which it was open again.
    pub reopened_on: Option<NaiveDate>,
    /// Why it was opened again.
    pub reopen_reason: Option<String>,
    /// Who opened it again.
    pub reopened_by_name: Option<String>,
}

/// What a coordinator set at a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingView {
    /// The column at which it was set: this one or one above it.
    pub column_id: i64,
    /// The names of that column from the root down.
    pub column_path: Vec<String>,
    /// How far it reaches.
    pub reach: Reach,
    /// What is asked for; `None` where the setting is taken back.
    pub rules: Option<Vec<Rule>>,
    /// The words of the coordinator.
    pub words: String,
    /// The legal basis.
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Whether that day is still to come.
    pub planned: bool,
    /// Who set it.
    pub recorded_by_name: String,
    /// When.
    pub recorded_at: DateTime<FixedOffset>,
}

/// `POST /columns/{id}/address`: where on the website the column stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetAddress {
    /// A whole address beginning with `http://` or `https://`; empty takes it away.
    pub address: String,
}

/// `POST /columns/{id}/close` and `POST /columns/{id}/close/preview`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CloseColumn {
    /// First day on which it is closed: today or later, a year ahead at most.
    pub closed_on: NaiveDate,
    /// Why; must not be empty.
    pub reason: String,
}

/// `POST /columns/{id}/reopen` and `POST /columns/{id}/reopen/preview`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReopenColumn {
    /// First day on which it is open again: today or later, not before the day of closing.
    pub reopened_on: NaiveDate,
    /// Why; must not be empty.
    pub reason: String,
}

/// `POST /columns/{id}/rules` and `POST /columns/{id}/rules/preview`: what holds for the column
/// and for those below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetRules {
    /// How far it reaches.
    pub reach: Reach,
    /// What is asked for. Empty as 默认: nothing is, whatever is set above.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// Takes back what was set; then `rules` is empty.
    #[serde(default)]
    pub take_back: bool,
    /// The requirement as it is to be read; empty: the rules in words.
    #[serde(default)]
    pub words: String,
    /// Legal basis; must not be empty unless it is taken back.
    #[serde(default)]
    pub basis: String,
    /// First day on which it holds: today or later, a year ahead at most.
    pub effective_from: NaiveDate,
    /// Why; must not be empty.
    pub reason: String,
}
