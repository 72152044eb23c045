//! Opinions and the end of a review.

use lanmu_domain::article::Passage;
use lanmu_domain::review::{ReturnReason, ReturnTo, SecrecyConclusion, Signature, Stage};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::case::LoadedArticle;
use super::verdict;
use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::{opinion, review};
use crate::error::Problem;
use crate::session::SignedIn;

/// What a person says at a stage.
pub(super) struct Said<'a> {
    pub review_id: i64,
    pub stage: Stage,
    pub verdict: &'static str,
    pub secrecy: Option<SecrecyConclusion>,
    pub text: &'a str,
    pub beside: Beside,
}

/// What a person may say beside words.
#[derive(Default)]
pub(super) struct Beside {
    pub reasons: Vec<ReturnReason>,
    pub passage: Option<Passage>,
    pub return_to: Option<ReturnTo>,
    pub signature: Option<String>,
}

/// Stores an opinion on the current revision, with name and title as they are.
///
/// # Errors
/// The database does not answer.
pub(super) async fn say(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    said: Said<'_>,
) -> Result<(), Problem> {
    let principal = who.on_behalf_of.as_ref();
    let row = opinion::ActiveModel {
        site_id: Set(write.site_id()),
        review_id: Set(said.review_id),
        article_id: Set(loaded.article.id),
        stage: Set(said.stage.number()),
        verdict: Set(said.verdict.to_owned()),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        post: Set(who.title(said.stage.role(), Some(loaded.article.department_id))),
        revision_hash: Set(loaded.revision.hash.clone()),
        secrecy: Set(said.secrecy.as_ref().map(to_key)),
        text: Set(said.text.to_owned()),
        at: Set(write.now_utc()),
        voided: Set(false),
        on_behalf_of_id: Set(principal.map(|of| of.principal_id)),
        on_behalf_of_name: Set(principal.map(|of| of.principal_name.clone())),
        reasons: Set(chosen(&said.beside.reasons)?),
        passage: Set(said
            .beside
            .passage
            .as_ref()
            .map(serde_json::to_value)
            .transpose()
            .map_err(Problem::internal)?),
        return_to: Set(said.beside.return_to.as_ref().map(to_key)),
        signature: Set(said.beside.signature),
        ..Default::default()
    };
    opinion::Entity::insert(row)
        .exec_without_returning(write.tx())
        .await?;
    Ok(())
}

fn chosen(reasons: &[ReturnReason]) -> Result<Option<serde_json::Value>, Problem> {
    if reasons.is_empty() {
        return Ok(None);
    }
    let keys = serde_json::to_value(reasons).map_err(Problem::internal)?;
    Ok(Some(keys))
}

/// The second review is done again in the review that runs: what was approved from there on no
/// longer counts, the submission stands.
///
/// # Errors
/// The database does not answer.
pub(super) async fn reopen_section(write: &WriteTx, review_id: i64) -> Result<(), Problem> {
    review::Entity::update_many()
        .col_expr(review::Column::Stage, Expr::value(Stage::Section.number()))
        .filter(review::Column::Id.eq(review_id))
        .exec(write.tx())
        .await?;
    opinion::Entity::update_many()
        .col_expr(opinion::Column::Voided, Expr::value(true))
        .filter(opinion::Column::ReviewId.eq(review_id))
        .filter(opinion::Column::Verdict.eq(verdict::APPROVED))
        .filter(opinion::Column::Stage.gte(Stage::Section.number()))
        .exec(write.tx())
        .await?;
    Ok(())
}

/// Ends the review that counts, if there is one. Unless it released or filed the item, its approvals no
/// longer count.
///
/// # Errors
/// The database does not answer.
pub(super) async fn end_review(
    write: &WriteTx,
    loaded: &LoadedArticle,
    outcome: &'static str,
) -> Result<(), Problem> {
    let Some(counting) = &loaded.review else {
        return Ok(());
    };
    review::Entity::update_many()
        .col_expr(review::Column::Open, Expr::value(false))
        .col_expr(review::Column::Outcome, Expr::value(outcome))
        .col_expr(review::Column::ClosedAt, Expr::value(write.now_utc()))
        .filter(review::Column::Id.eq(counting.id))
        .exec(write.tx())
        .await?;
    if matches!(outcome, super::outcome::RELEASED | super::outcome::FILED) {
        return Ok(());
    }
    opinion::Entity::update_many()
        .col_expr(opinion::Column::Voided, Expr::value(true))
        .filter(opinion::Column::ReviewId.eq(counting.id))
        .filter(opinion::Column::Verdict.eq(verdict::APPROVED))
        .exec(write.tx())
        .await?;
    Ok(())
}

/// Everybody who signed, in person or through a delegate, or wrote what is reviewed: they cannot
/// review it.
pub(super) fn involved(loaded: &LoadedArticle) -> Vec<i64> {
    let signatures = loaded.signatures.iter();
    let mut people: Vec<i64> = signatures.flat_map(Signature::people).collect();
    people.push(loaded.revision.author_id);
    people
}

/// The same without the person who acts: whom an act concerns.
pub(super) fn others_involved(loaded: &LoadedArticle, who: &SignedIn) -> Vec<i64> {
    involved(loaded)
        .into_iter()
        .filter(|id| *id != who.person.id)
        .collect()
}
