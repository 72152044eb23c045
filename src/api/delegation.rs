//! 委托代办, and stages that nobody can sign.

use gloo_net::http::Method;
use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_api::delegation::{
    CreateDelegation, CreatedDelegations, DelegationPerson, DelegationRow, EmptyStagesView,
    EndDelegation,
};
use lanmu_api::page::Page;
use lanmu_api::path;
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A page of delegations.
pub async fn delegations(after: Option<String>) -> Result<Page<DelegationRow>, ClientError> {
    let query = query(&[("after", after)]);
    get(&format!("{}{query}", path::DELEGATIONS)).await
}

/// Whose posts can be passed on, and who could stand in.
pub async fn choices() -> Result<Vec<DelegationPerson>, ClientError> {
    get(path::DELEGATION_CHOICES).await
}

/// Passes posts on.
pub async fn create(
    form: CreateDelegation,
    key: IdempotencyKey,
) -> Result<CreatedDelegations, ClientError> {
    send(Method::POST, path::DELEGATIONS, &form, &key).await
}

/// Ends a delegation early.
pub async fn end(id: i64, form: EndDelegation, key: IdempotencyKey) -> Result<(), ClientError> {
    let answer: Result<IgnoredAny, _> =
        send(Method::POST, &path::delegation_end(id), &form, &key).await;
    answer.map(|_| ())
}

/// The stages that nobody in the department could sign for an item of one's own.
pub async fn empty_stages(department_id: i64) -> Result<EmptyStagesView, ClientError> {
    get(&path::empty_stages(department_id)).await
}

/// Asks that somebody is named for the stage that an item waits at.
pub async fn request_reviewer(
    id: i64,
    form: ActOnVersion,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "request-reviewer");
    send(Method::POST, &path, &form, &key).await
}
