//! 红线.

use chrono::NaiveDate;
use lanmu_domain::red_line::RedLine;
use serde::{Deserialize, Serialize};

use crate::site::DepartmentView;

/// `GET /red-lines`, optionally `?as_of=`: how far the site is from the single vetoes of the
/// national inspection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RedLinesView {
    /// The day.
    pub today: NaiveDate,
    /// Whether that is a day in the past, with what was known then.
    pub past: bool,
    /// The indicators. The numbers are the site's; what stands behind them only for the
    /// departments that the person sees.
    pub lines: Vec<MeasuredLine>,
    /// The departments that are named.
    pub departments: Vec<DepartmentView>,
}

/// An indicator with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeasuredLine {
    /// The measure.
    pub line: RedLine,
    /// The bases of its figures, in Chinese.
    pub basis: Vec<String>,
}
