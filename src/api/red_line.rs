//! 红线.

use chrono::NaiveDate;
use lanmu_api::path;
use lanmu_api::red_line::RedLinesView;

use super::client::get;
use super::{ClientError, query};

/// How far the site is from the single vetoes; as it was known on a past day if one is given.
pub async fn red_lines(as_of: Option<NaiveDate>) -> Result<RedLinesView, ClientError> {
    let query = query(&[("as_of", as_of.map(|day| day.to_string()))]);
    get(&format!("{}{query}", path::RED_LINES)).await
}
