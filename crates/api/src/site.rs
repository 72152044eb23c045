//! The site: what everybody may know before signing in, and its departments and columns.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::column::ColumnKind;
use serde::{Deserialize, Serialize};

/// `GET /site`, without a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteView {
    /// Name of the county's site.
    pub name: String,
    /// A demonstration site; every page says so.
    pub demonstration: bool,
    /// The server's time, Asia/Shanghai; the SPA counts days from it.
    pub now: DateTime<FixedOffset>,
    /// The server's day.
    pub today: NaiveDate,
    /// Version of the server.
    pub version: String,
}

/// A department, as lists and choices show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DepartmentView {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// 类别.
    pub kind: String,
    /// The groups to which it belongs.
    pub groups: Vec<String>,
    /// First letters of the readings of its name, for searching; empty outside the matrix.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initials: String,
}

/// A column, as lists and choices show it. `GET /columns`, optionally `?department_id=`, which
/// leaves only those for which the department is responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnView {
    /// Its id.
    pub id: i64,
    /// The column above it.
    pub parent_id: Option<i64>,
    /// The names from the root down.
    pub path: Vec<String>,
    /// What it is for.
    pub kind: ColumnKind,
    /// Whether a duty hangs on it; others only hold sub-columns.
    pub has_duty: bool,
}
