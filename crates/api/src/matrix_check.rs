//! 责任表核查: what the responsibility table leaves open today.

use chrono::NaiveDate;
use lanmu_domain::matrix_check::Gap;
use serde::{Deserialize, Serialize};

/// `GET /matrix/check`: a document, not a list; the page filters it in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixCheckView {
    /// The day for which it holds.
    pub today: NaiveDate,
    /// Everything that is open, kind by kind, in the order of the table.
    pub gaps: Vec<Gap>,
}
