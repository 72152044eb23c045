//! 统计分析: what only that page asks for.

use lanmu_api::history::PunctualityMonths;
use lanmu_api::path;
use lanmu_api::waiting::WaitingReviews;

use super::client::get;
use super::{ClientError, query};

/// Where reviews wait.
pub async fn waiting_reviews() -> Result<WaitingReviews, ClientError> {
    get(path::REVIEWS_WAITING).await
}

/// 按时率 of the last months up to today.
pub async fn punctuality_months(months: u32) -> Result<PunctualityMonths, ClientError> {
    let query = query(&[("months", Some(months.to_string()))]);
    get(&format!("{}{query}", path::PUNCTUALITY_MONTHS)).await
}
