//! Articles, the inbox and the acts of review.

use gloo_net::http::Method;
use lanmu_api::article::{
    ActOnVersion, ApproveArticle, ArticleRow, ArticleView, CreateArticle, RecordPublication,
    ReturnArticle, UpdateArticle, WithdrawArticle,
};
use lanmu_api::bulk::{ApproveArticles, BulkOutcome, InboxRow};
use lanmu_api::page::Page;
use lanmu_api::path;
use lanmu_api::withheld::AssessWithheld;
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{ArticleState, Stage};
use serde::Serialize;
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// Which articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFilter {
    /// Only those that stand here.
    pub state: Option<ArticleState>,
    /// Only those with this attribute.
    pub attribute: Option<PublicAttribute>,
    /// Only those of this department.
    pub department_id: Option<i64>,
    /// Only those for this column.
    pub column_id: Option<i64>,
    /// Words in the title.
    pub q: Option<String>,
    /// From `meta.next` of the page before.
    pub after: Option<String>,
}

impl ArticleFilter {
    fn query(&self) -> String {
        query(&[
            ("state", self.state.map(|state| state.key().to_owned())),
            (
                "attribute",
                self.attribute.map(|attribute| attribute.key().to_owned()),
            ),
            ("department_id", self.department_id.map(|id| id.to_string())),
            ("column_id", self.column_id.map(|id| id.to_string())),
            ("q", self.q.clone()),
            ("after", self.after.clone()),
        ])
    }
}

/// A page of articles.
pub async fn articles(filter: ArticleFilter) -> Result<Page<ArticleRow>, ClientError> {
    get(&format!("{}{}", path::ARTICLES, filter.query())).await
}

/// Where the same list is a file.
#[must_use]
pub fn articles_file(filter: &ArticleFilter) -> String {
    format!("{}{}", path::ARTICLES_EXPORT, filter.query())
}

/// What waits for this person's review, oldest first.
pub async fn inbox(
    stage: Option<Stage>,
    after: Option<String>,
) -> Result<Page<InboxRow>, ClientError> {
    let stage = stage.map(|stage| stage.key().to_owned());
    let query = query(&[("stage", stage), ("after", after)]);
    get(&format!("{}{query}", path::INBOX)).await
}

/// How many items wait for this person's review.
pub async fn inbox_total() -> Result<u64, ClientError> {
    let page: Page<IgnoredAny> = get(&format!("{}?limit=1", path::INBOX)).await?;
    Ok(page.meta.total)
}

/// 批量同意: releases several items, and says of each what became of it.
pub async fn approve_all(
    form: &ApproveArticles,
    key: &IdempotencyKey,
) -> Result<BulkOutcome, ClientError> {
    send(Method::POST, path::ARTICLE_APPROVALS, form, key).await
}

/// An article.
pub async fn article(id: i64) -> Result<ArticleView, ClientError> {
    get(&path::article(id)).await
}

/// Begins a draft.
pub async fn create(form: CreateArticle, key: IdempotencyKey) -> Result<ArticleView, ClientError> {
    send(Method::POST, path::ARTICLES, &form, &key).await
}

/// Stores a new revision.
pub async fn update(
    id: i64,
    form: UpdateArticle,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    send(Method::PUT, &path::article(id), &form, &key).await
}

async fn act<B: Serialize>(
    id: i64,
    verb: &str,
    form: B,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    send(Method::POST, &path::article_act(id, verb), &form, &key).await
}

/// 初审: signs and submits.
pub async fn submit(
    id: i64,
    form: ActOnVersion,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "submit", form, key).await
}

/// 同意.
pub async fn approve(
    id: i64,
    form: ApproveArticle,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "approve", form, key).await
}

/// 退回. Named so because `return` is a word of the language.
pub async fn send_back(
    id: i64,
    form: ReturnArticle,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "return", form, key).await
}

/// 撤回.
pub async fn recall(
    id: i64,
    form: ActOnVersion,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "recall", form, key).await
}

/// 登记发布.
pub async fn record_publication(
    id: i64,
    form: RecordPublication,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "publication", form, key).await
}

/// 更正: begins an item that corrects this one; gives the new draft.
pub async fn correct(
    id: i64,
    form: ActOnVersion,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    send(Method::POST, &path::article_act(id, "correct"), &form, &key).await
}

/// 撤稿.
pub async fn withdraw(
    id: i64,
    form: WithdrawArticle,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    act(id, "withdraw", form, key).await
}

/// 删除 a draft.
pub async fn delete(id: i64, form: ActOnVersion, key: IdempotencyKey) -> Result<(), ClientError> {
    let answer: Result<IgnoredAny, _> =
        send(Method::POST, &path::article_act(id, "delete"), &form, &key).await;
    answer.map(|_| ())
}

/// 评估审查.
pub async fn assess_withheld(
    id: i64,
    form: AssessWithheld,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "assessment");
    send(Method::POST, &path, &form, &key).await
}
