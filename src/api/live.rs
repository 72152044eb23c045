//! What changed since somebody looked.

use lanmu_api::change::Changes;
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

/// What happened after this line of the ledger; without it only where the ledger stands.
pub async fn changes_since(sequence: Option<i64>) -> Result<Changes, ClientError> {
    let query = query(&[("sequence", sequence.map(|sequence| sequence.to_string()))]);
    get(&format!("{}{query}", path::CHANGES_SINCE)).await
}
