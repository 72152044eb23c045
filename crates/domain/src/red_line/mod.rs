//! 红线: how far a site is from the single vetoes of the national inspection, as far as these data
//! can show it (国办秘函〔2019〕19号, any one of them fails the site).
//!
//! Columns are counted, not obligations. A column that is blank counts as 空白栏目 and, its due
//! date passed, as 应更新未更新 too: the inspection tests each indicator by itself, only the scored
//! part does not deduct twice. Columns kept from outside the county and closed ones do not count;
//! columns without an owner do.

mod indicator;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::column::ColumnKind;
use crate::freshness::Status;
use crate::parameters::Parameters;

pub use indicator::{Indicator, NEVER};

/// How a column stands, its obligations together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnState {
    /// The column.
    pub column_id: i64,
    /// The duty whose page says why.
    pub duty_id: i64,
    /// The names from the root down.
    pub path: Vec<String>,
    /// What it is for.
    pub kind: ColumnKind,
    /// Who answers for it.
    pub department_ids: Vec<i64>,
    /// The worst status of its obligations.
    pub status: Status,
    /// The earliest due date of its obligations.
    pub due: Option<NaiveDate>,
    /// The day of the last publication.
    pub last_updated_on: Option<NaiveDate>,
}

/// A publication whose date is doubtful or was found false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtfulDate {
    /// The column.
    pub column_id: i64,
    /// A duty of the column.
    pub duty_id: i64,
    /// The names from the root down.
    pub path: Vec<String>,
    /// Who published.
    pub department_id: i64,
    /// Its title.
    pub title: String,
    /// Whether a coordinator found the date false; otherwise nobody has looked yet.
    pub is_false: bool,
}

/// How near it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Level {
    /// 未触线.
    Clear,
    /// 接近红线.
    Warned,
    /// 已触红线.
    Crossed,
}

impl Level {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Clear => "未触线",
            Self::Warned => "接近红线",
            Self::Crossed => "已触红线",
        }
    }
}

/// An indicator and how far the site is from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RedLine {
    /// Which.
    pub indicator: Indicator,
    /// How many columns, days or publications it is now.
    pub value: u32,
    /// From how many on the site fails.
    pub limit: u32,
    /// From how many on it is warned of.
    pub warning: u32,
    /// How near it is.
    pub level: Level,
    /// What is behind it, worst first.
    pub entries: Vec<Entry>,
}

impl RedLine {
    /// The value in words: a number, or 从未 where nothing was ever published.
    #[must_use]
    pub fn words(&self) -> String {
        if self.value == NEVER {
            "从未更新".to_owned()
        } else {
            self.value.to_string()
        }
    }
}

/// Something behind an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// The column.
    pub column_id: i64,
    /// The duty whose page says why.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who answers for it.
    pub department_ids: Vec<i64>,
    /// The day of the last publication.
    pub last_updated_on: Option<NaiveDate>,
    /// What is wrong, in Chinese.
    pub what: String,
}

/// All indicators on a day, in the order of [`Indicator::ALL`].
#[must_use]
pub fn red_lines(
    columns: &[ColumnState],
    doubtful: &[DoubtfulDate],
    parameters: &Parameters,
    today: NaiveDate,
) -> Vec<RedLine> {
    Indicator::ALL
        .into_iter()
        .map(|indicator| indicator.measure(columns, doubtful, parameters, today))
        .collect()
}
