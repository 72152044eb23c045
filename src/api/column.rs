//! A column and what a coordinator keeps of it.

use gloo_net::http::Method;
use lanmu_api::column::{ColumnDetail, SetAddress};
use lanmu_api::evidence::Registered;
use lanmu_api::path;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// A column.
pub async fn column(id: i64) -> Result<ColumnDetail, ClientError> {
    get(&path::column(id)).await
}

/// 登记栏目地址.
pub async fn set_address(
    id: i64,
    form: SetAddress,
    key: IdempotencyKey,
) -> Result<Registered, ClientError> {
    let path = path::column_act(id, "address");
    send(Method::POST, &path, &form, &key).await
}
