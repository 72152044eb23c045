//! 台账.

use lanmu_api::ledger::{LedgerLineView, LedgerQuery, LedgerVerification};
use lanmu_api::page::Page;
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

/// A page of the ledger, newest first.
pub async fn ledger(filter: LedgerQuery) -> Result<Page<LedgerLineView>, ClientError> {
    get(&format!("{}{}", path::LEDGER, as_query(filter))).await
}

/// Where the same lines are a file.
#[must_use]
pub fn ledger_file(filter: LedgerQuery) -> String {
    format!("{}{}", path::LEDGER_EXPORT, as_query(filter))
}

fn as_query(filter: LedgerQuery) -> String {
    query(&[
        ("act", filter.act.map(|act| act.key().to_owned())),
        (
            "department_id",
            filter.department_id.map(|id| id.to_string()),
        ),
        ("article_id", filter.article_id.map(|id| id.to_string())),
        ("from", filter.from.map(|day| day.to_string())),
        ("to", filter.to.map(|day| day.to_string())),
        ("q", filter.q),
        ("after", filter.after),
        ("limit", filter.limit.map(|limit| limit.to_string())),
    ])
}

/// Checks the whole chain.
pub async fn verify() -> Result<LedgerVerification, ClientError> {
    get(path::LEDGER_VERIFICATION).await
}
