//! 保密预检: the lists of the check, and what people say about findings.

use gloo_net::http::Method;
use lanmu_api::article::ArticleView;
use lanmu_api::path;
use lanmu_api::secrecy::{
    AddLinkDomain, KeepTerm, LinkDomainView, OverrideFinding, TakeBackOverride, TermView, TermsView,
};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// The terms to avoid and the domains to which links may lead.
pub async fn terms() -> Result<TermsView, ClientError> {
    get(path::TERMS).await
}

/// 说明保留.
pub async fn override_finding(
    id: i64,
    form: OverrideFinding,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "override-finding");
    send(Method::POST, &path, &form, &key).await
}

/// 收回说明.
pub async fn take_back_override(
    id: i64,
    form: TakeBackOverride,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "take-back-override");
    send(Method::POST, &path, &form, &key).await
}

/// Adds a term, or changes the one with this id.
pub async fn keep_term(
    id: Option<i64>,
    form: KeepTerm,
    key: IdempotencyKey,
) -> Result<TermView, ClientError> {
    match id {
        Some(id) => send(Method::PUT, &path::term(id), &form, &key).await,
        None => send(Method::POST, path::TERMS, &form, &key).await,
    }
}

/// Allows links to a domain.
pub async fn add_link_domain(
    form: AddLinkDomain,
    key: IdempotencyKey,
) -> Result<LinkDomainView, ClientError> {
    send(Method::POST, path::LINK_DOMAINS, &form, &key).await
}

/// Retires a term or a domain, by its address.
pub async fn retire(path: &str, key: IdempotencyKey) -> Result<(), ClientError> {
    let answer: Result<IgnoredAny, _> = send(Method::DELETE, path, &Value::Null, &key).await;
    answer.map(|_| ())
}
