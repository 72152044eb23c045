//! 责任矩阵.

use gloo_net::http::Method;
use lanmu_api::matrix::{ChangeOwners, DutyView, MatrixView};
use lanmu_api::path;
use serde::de::DeserializeOwned;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// The matrix, whole or of a department.
pub async fn matrix(department_id: Option<i64>) -> Result<MatrixView, ClientError> {
    let query = query(&[("department_id", department_id.map(|id| id.to_string()))]);
    get(&format!("{}{query}", path::MATRIX)).await
}

/// A duty with its reasons.
pub async fn duty(id: i64) -> Result<DutyView, ClientError> {
    get(&path::duty(id)).await
}

/// Other departments answer for a duty: `owners`, or `owners/preview` for what that would move.
pub async fn change_owners<T: DeserializeOwned>(
    id: i64,
    verb: &str,
    form: ChangeOwners,
    key: IdempotencyKey,
) -> Result<T, ClientError> {
    send(Method::POST, &path::duty_act(id, verb), &form, &key).await
}
