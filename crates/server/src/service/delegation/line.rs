//! What delegations leave in the ledger, and who is told.

use lanmu_domain::article::REASON_MAX_CHARS;
use lanmu_domain::text::clean_block;
use sea_orm::EntityTrait;

use crate::clock::moment;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{delegation, department};
use crate::error::Problem;
use crate::service::notify::{self, About};
use crate::service::post_for;
use crate::session::SignedIn;

/// A reason as it is stored.
///
/// # Errors
/// 422 naming the field.
pub(super) fn reason_of(text: &str) -> Result<String, Problem> {
    clean_block(text, REASON_MAX_CHARS)
        .map_err(|problem| Problem::invalid_field("reason", problem.message("原因")))
}

/// A line about a delegation that somebody made or ended.
///
/// # Errors
/// The database does not answer.
pub(super) async fn entry(
    write: &WriteTx,
    who: &SignedIn,
    row: &delegation::Model,
    reason: &str,
) -> Result<LedgerEntry, Problem> {
    let post = post_for(&who.actor, Some(row.department_id));
    line(write, row, post, reason).await
}

/// A line about a delegation, with the post of who acts.
///
/// # Errors
/// The database does not answer.
pub(super) async fn line(
    write: &WriteTx,
    row: &delegation::Model,
    post: String,
    reason: &str,
) -> Result<LedgerEntry, Problem> {
    let department = department::Entity::find_by_id(row.department_id)
        .one(write.tx())
        .await?;
    Ok(LedgerEntry {
        post,
        department_id: Some(row.department_id),
        department_name: department.map(|found| found.name).unwrap_or_default(),
        subject: format!(
            "{}（{}）委托{}代办",
            row.principal_name, row.title, row.delegate_name
        ),
        note: format!(
            "{}至{}。{reason}",
            moment(&row.starts_at),
            moment(&row.ends_at)
        ),
        ..Default::default()
    })
}

/// Tells these people.
///
/// # Errors
/// The database does not answer.
pub(super) async fn tell_of(
    write: &WriteTx,
    people: impl IntoIterator<Item = i64> + Send,
    text: &str,
) -> Result<(), Problem> {
    let about = About {
        site_id: write.site_id(),
        article_id: None,
        at: write.now_utc(),
    };
    Ok(notify::tell(write.tx(), about, people, text).await?)
}
