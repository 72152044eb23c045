//! 台账.

use gloo_net::http::Method;
use lanmu_api::ledger::{AnchorAnswer, LedgerLineView, LedgerQuery, VerificationRecord};
use lanmu_api::page::Page;
use lanmu_api::path;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

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
        ("stage", filter.stage.map(|stage| stage.key().to_owned())),
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

/// Checks the whole chain, and keeps what was found.
pub async fn verify(key: IdempotencyKey) -> Result<VerificationRecord, ClientError> {
    let nothing = serde_json::json!({});
    send(Method::POST, path::LEDGER_VERIFICATIONS, &nothing, &key).await
}

/// A page of earlier checks, the latest first.
pub async fn verifications(after: Option<String>) -> Result<Page<VerificationRecord>, ClientError> {
    let query = query(&[("after", after)]);
    get(&format!("{}{query}", path::LEDGER_VERIFICATIONS)).await
}

/// Whether a line has the hash that was filed.
pub async fn anchor(sequence: i64, hash: &str) -> Result<AnchorAnswer, ClientError> {
    let query = query(&[
        ("sequence", Some(sequence.to_string())),
        ("hash", Some(hash.to_owned())),
    ]);
    get(&format!("{}{query}", path::LEDGER_ANCHOR)).await
}
