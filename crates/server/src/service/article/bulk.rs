//! 批量同意: what may be released together, and one item of it.

use std::collections::HashMap;

use lanmu_api::article::{ApproveArticle, ArticleRow};
use lanmu_api::bulk::{InboxRow, ShownItem};
use lanmu_domain::article::Content;
use lanmu_domain::review::{ArticleState, BulkExclusion, BulkFacts, Case, bulk_exclusions};
use lanmu_domain::role::Actor;
use lanmu_domain::secrecy::Checker;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::approve::sign;
use super::case::signatures_of;
use super::seen::load_seen;
use crate::db::WriteTx;
use crate::entity::key::{from_json, from_key};
use crate::entity::{article, review, revision};
use crate::error::Problem;
use crate::service::secrecy::kept_lists;
use crate::session::SignedIn;

/// How the line of the ledger begins.
const MANNER: &str = "批量同意。";

/// The facts beside the case. The pre-check and the emergency release have tables of their own;
/// what they know of an item belongs here and nowhere else.
fn facts(article: &article::Model, has_findings: bool) -> BulkFacts {
    BulkFacts {
        returns: article.returns,
        has_findings,
        emergency: article.emergency,
    }
}

/// Releases one of several items.
///
/// # Errors
/// As [`super::approve`]; 409 for what is to be decided on its own card.
pub async fn approve_in_bulk(
    write: &WriteTx,
    who: &SignedIn,
    item: &ShownItem,
    opinion: &str,
) -> Result<(), Problem> {
    let loaded = load_seen(write, who, item.id, item.version).await?;
    let has_findings = !loaded.findings.is_empty();
    let left_out = bulk_exclusions(
        &loaded.case(),
        facts(&loaded.article, has_findings),
        &who.actor,
    );
    // What nobody could approve alone is refused below, with every reason.
    if !left_out.is_empty() && !left_out.contains(&BulkExclusion::NotAllowed) {
        return Err(Problem::left_out(left_out));
    }
    let request = ApproveArticle {
        version: item.version,
        revision: item.revision.clone(),
        opinion: opinion.to_owned(),
        secrecy: None,
        signature: None,
    };
    sign(write, who, item.id, request, MANNER).await?;
    Ok(())
}

/// The rows of the inbox with what a bulk approval needs; `rows` are those of `articles`.
///
/// # Errors
/// The database does not answer, or holds keys that this version does not know.
pub async fn with_bulk<C: ConnectionTrait>(
    db: &C,
    actor: &Actor,
    articles: &[article::Model],
    rows: Vec<ArticleRow>,
) -> Result<Vec<InboxRow>, DbErr> {
    let ids = articles.iter().filter_map(|article| article.revision_id);
    let revisions: HashMap<i64, revision::Model> = revision::Entity::find()
        .filter(revision::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|revision| (revision.article_id, revision))
        .collect();
    let reviews: HashMap<i64, i64> = review::Entity::find()
        .filter(review::Column::ArticleId.is_in(articles.iter().map(|article| article.id)))
        .filter(review::Column::Open.eq(true))
        .all(db)
        .await?
        .into_iter()
        .map(|review| (review.article_id, review.id))
        .collect();
    let checker = match articles.first() {
        Some(article) => Some(Checker::new(&kept_lists(db, article.site_id).await?)),
        None => None,
    };
    let mut signed = signatures_of(db, reviews.values().copied()).await?;
    let mut all = Vec::with_capacity(rows.len());
    for (article, row) in articles.iter().zip(rows) {
        let missing = || DbErr::RecordNotFound(format!("revision of article {}", article.id));
        let revision = revisions.get(&article.id).ok_or_else(missing)?;
        let content: Content = from_json(revision.content.clone())?;
        let signatures = reviews
            .get(&article.id)
            .and_then(|review| signed.remove(review))
            .unwrap_or_default();
        let has_findings = checker
            .as_ref()
            .is_some_and(|checker| !checker.check(&content).is_empty());
        let case = Case {
            state: from_key::<ArticleState>(&article.state)?,
            department_id: article.department_id,
            content: &content,
            revision: &revision.hash,
            author_id: revision.author_id,
            signatures: &signatures,
            // What waits for a review was not released, or no longer counts as released.
            emergency: None,
            correction_open: false,
            // Whatever was found, settled or not, is left out by itself.
            open_findings: 0,
        };
        all.push(InboxRow {
            left_out: bulk_exclusions(&case, facts(article, has_findings), actor),
            row,
            version: article.version,
            revision: revision.hash.clone(),
        });
    }
    Ok(all)
}
