//! The emergency release of an item, as the rules and as people see it.

use chrono::{DateTime, FixedOffset};
use lanmu_api::emergency::{EmergencyReviewView, EmergencyView};
use lanmu_domain::review::{EmergencyRelease, EmergencyStatus, EmergencyVerdict};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::emergency_release;
use crate::entity::key::from_key;
use crate::error::Problem;

/// The latest emergency release of an item that an edit did not make void.
///
/// # Errors
/// The database does not answer.
pub(super) async fn of_article<C: ConnectionTrait>(
    db: &C,
    article_id: i64,
) -> Result<Option<emergency_release::Model>, DbErr> {
    use emergency_release::Column;
    let counts = Column::Void.eq(false).or(Column::Verdict.is_not_null());
    emergency_release::Entity::find()
        .filter(Column::ArticleId.eq(article_id))
        .filter(counts)
        .order_by_desc(Column::Id)
        .one(db)
        .await
}

/// As the rules see it: nothing where it is void.
///
/// # Errors
/// The row holds a key that this version does not know.
pub(super) fn release_of(
    row: &emergency_release::Model,
) -> Result<Option<EmergencyRelease>, DbErr> {
    if row.void {
        return Ok(None);
    }
    Ok(Some(EmergencyRelease {
        person_id: row.person_id,
        submitter_id: row.submitter_id,
        revision: row.revision_hash.clone(),
        at: local(row.at),
        verdict: verdict_of(row)?,
    }))
}

/// How its retrospective review stands.
///
/// # Errors
/// As [`emergency_view`].
pub fn emergency_status(
    row: &emergency_release::Model,
    now: DateTime<FixedOffset>,
) -> Result<EmergencyStatus, DbErr> {
    let due = local(row.due_at);
    Ok(EmergencyStatus::at(verdict_of(row)?, row.void, due, now))
}

/// As people see it.
///
/// # Errors
/// The row holds a key that this version does not know.
pub fn emergency_view(
    row: &emergency_release::Model,
    now: DateTime<FixedOffset>,
) -> Result<EmergencyView, DbErr> {
    let verdict = verdict_of(row)?;
    Ok(EmergencyView {
        person_id: row.person_id,
        by: row.person_name.clone(),
        post: row.post.clone(),
        submitter_id: row.submitter_id,
        revision: row.revision_hash.clone(),
        reason: row.reason.clone(),
        at: local(row.at),
        due: local(row.due_at),
        status: emergency_status(row, now)?,
        review: verdict.map(|verdict| EmergencyReviewView {
            verdict,
            opinion: row.opinion.clone().unwrap_or_default(),
            by: row.reviewer_name.clone().unwrap_or_default(),
            post: row.reviewer_post.clone().unwrap_or_default(),
            at: local(row.reviewed_at.unwrap_or(row.at)),
        }),
    })
}

fn verdict_of(row: &emergency_release::Model) -> Result<Option<EmergencyVerdict>, DbErr> {
    row.verdict.as_deref().map(from_key).transpose()
}

/// What was released and is not yet public was changed: it needs the three reviews.
///
/// # Errors
/// The database does not answer.
pub(super) async fn make_void(write: &WriteTx, article_id: i64) -> Result<(), Problem> {
    emergency_release::Entity::update_many()
        .col_expr(emergency_release::Column::Void, Expr::value(true))
        .filter(emergency_release::Column::ArticleId.eq(article_id))
        .filter(emergency_release::Column::Void.eq(false))
        .exec(write.tx())
        .await?;
    Ok(())
}
