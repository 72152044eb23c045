//! Publications as evidence.

use gloo_net::http::Method;
use lanmu_api::page::Page;
use lanmu_api::path;
use lanmu_api::publication::{CorrectPublication, DoubtState, GiveVerdict, PublicationRow};

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A page of publications, the latest recorded first.
pub async fn publications(
    doubt: DoubtState,
    after: Option<String>,
) -> Result<Page<PublicationRow>, ClientError> {
    let query = query(&[("doubt", Some(doubt.key().to_owned())), ("after", after)]);
    get(&format!("{}{query}", path::PUBLICATIONS)).await
}

/// Where the same list is a file.
#[must_use]
pub fn publications_file(doubt: DoubtState) -> String {
    let query = query(&[("doubt", Some(doubt.key().to_owned()))]);
    format!("{}{query}", path::PUBLICATIONS_EXPORT)
}

/// 认定.
pub async fn judge(
    id: i64,
    form: GiveVerdict,
    key: IdempotencyKey,
) -> Result<PublicationRow, ClientError> {
    let path = path::publication_act(id, "verdict");
    send(Method::POST, &path, &form, &key).await
}

/// 更正 the time.
pub async fn correct(
    id: i64,
    form: CorrectPublication,
    key: IdempotencyKey,
) -> Result<PublicationRow, ClientError> {
    let path = path::publication_act(id, "correction");
    send(Method::POST, &path, &form, &key).await
}
