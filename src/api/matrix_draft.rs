//! 责任表调整: versions of the matrix, and drafts of new ones.

use gloo_net::http::Method;
use lanmu_api::matrix_draft::{
    CancelVersion, Decided, DiscardDraft, DraftPreview, DraftView, GroupView, MatrixVersions,
    PutInForce, RequirementRead, SaveDraft, VersionComparison, VersionDetail,
};
use lanmu_api::path;
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// Versions and drafts.
pub async fn versions() -> Result<MatrixVersions, ClientError> {
    get(path::MATRIX_VERSIONS).await
}

/// A version with its changes.
pub async fn version(number: i64) -> Result<VersionDetail, ClientError> {
    get(&path::matrix_version(number)).await
}

/// Two versions as tables.
pub async fn compare_versions(from: i64, to: i64) -> Result<VersionComparison, ClientError> {
    let query = query(&[
        ("from", Some(from.to_string())),
        ("to", Some(to.to_string())),
    ]);
    get(&format!("{}{query}", path::MATRIX_VERSIONS_COMPARE)).await
}

/// Calls a planned version off.
pub async fn cancel_version(
    number: i64,
    form: CancelVersion,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    let path = path::matrix_version_cancel(number);
    let answer: Result<IgnoredAny, _> = send(Method::POST, &path, &form, &key).await;
    answer.map(|_| ())
}

/// A new draft.
pub async fn create_draft(form: SaveDraft, key: IdempotencyKey) -> Result<DraftView, ClientError> {
    send(Method::POST, path::MATRIX_DRAFTS, &form, &key).await
}

/// A draft.
pub async fn draft(id: i64) -> Result<DraftView, ClientError> {
    get(&path::matrix_draft(id)).await
}

/// Changes a draft.
pub async fn save_draft(
    id: i64,
    form: SaveDraft,
    key: IdempotencyKey,
) -> Result<DraftView, ClientError> {
    send(Method::PUT, &path::matrix_draft(id), &form, &key).await
}

/// What a draft would do on its day.
pub async fn preview_draft(id: i64) -> Result<DraftPreview, ClientError> {
    get(&path::matrix_draft_act(id, "preview")).await
}

/// Makes a draft the next version.
pub async fn put_in_force(
    id: i64,
    form: PutInForce,
    key: IdempotencyKey,
) -> Result<Decided, ClientError> {
    let path = path::matrix_draft_act(id, "put-in-force");
    send(Method::POST, &path, &form, &key).await
}

/// Throws a draft away.
pub async fn discard_draft(
    id: i64,
    form: DiscardDraft,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    let path = path::matrix_draft_act(id, "discard");
    let answer: Result<IgnoredAny, _> = send(Method::POST, &path, &form, &key).await;
    answer.map(|_| ())
}

/// The groups by which owners can be named.
pub async fn groups() -> Result<Vec<GroupView>, ClientError> {
    get(path::MATRIX_GROUPS).await
}

/// How a requirement in words is read with the figures of a day, or today's.
pub async fn read_requirement(words: String, day: String) -> Result<RequirementRead, ClientError> {
    let query = query(&[
        ("words", Some(words)),
        ("day", Some(day).filter(|day| !day.is_empty())),
    ]);
    get(&format!("{}{query}", path::MATRIX_REQUIREMENT)).await
}
