//! 责任矩阵.

use lanmu_api::matrix::{DutyView, MatrixView};
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

/// The matrix, whole or of a department.
pub async fn matrix(department_id: Option<i64>) -> Result<MatrixView, ClientError> {
    let query = query(&[("department_id", department_id.map(|id| id.to_string()))]);
    get(&format!("{}{query}", path::MATRIX)).await
}

/// A duty with its reasons.
pub async fn duty(id: i64) -> Result<DutyView, ClientError> {
    get(&path::duty(id)).await
}
