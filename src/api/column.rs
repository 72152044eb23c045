//! A column and what a coordinator keeps of it.

use lanmu_api::column::ColumnDetail;
use lanmu_api::path;

use super::ClientError;
use super::client::get;

/// A column.
pub async fn column(id: i64) -> Result<ColumnDetail, ClientError> {
    get(&path::column(id)).await
}
