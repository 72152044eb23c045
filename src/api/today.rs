//! 今日待办.

use lanmu_api::path;
use lanmu_api::today::TodayView;

use super::ClientError;
use super::client::get;

/// What the person owes.
pub async fn today() -> Result<TodayView, ClientError> {
    get(path::TODAY).await
}
