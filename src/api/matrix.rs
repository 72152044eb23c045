//! 责任矩阵.

use chrono::NaiveDate;
use lanmu_api::matrix::{DutyView, MatrixView};
use lanmu_api::matrix_check::MatrixCheckView;
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

/// The matrix, whole or of a department; as it was known on a past day if one is given.
pub async fn matrix(
    department_id: Option<i64>,
    as_of: Option<NaiveDate>,
) -> Result<MatrixView, ClientError> {
    let query = query(&[
        ("department_id", department_id.map(|id| id.to_string())),
        ("as_of", as_of.map(|day| day.to_string())),
    ]);
    get(&format!("{}{query}", path::MATRIX)).await
}

/// A duty with its reasons; as it was known on a past day if one is given.
pub async fn duty(id: i64, as_of: Option<NaiveDate>) -> Result<DutyView, ClientError> {
    let query = query(&[("as_of", as_of.map(|day| day.to_string()))]);
    get(&format!("{}{query}", path::duty(id))).await
}

/// What the table leaves open.
pub async fn check() -> Result<MatrixCheckView, ClientError> {
    get(path::MATRIX_CHECK).await
}
