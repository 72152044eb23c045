//! 搜索.

use lanmu_api::path;
use lanmu_api::search::SearchView;

use super::client::get;
use super::{ClientError, query};

/// What fits the words, of what the person may see.
pub async fn search(words: String) -> Result<SearchView, ClientError> {
    let query = query(&[("q", Some(words))]);
    get(&format!("{}{query}", path::SEARCH)).await
}
