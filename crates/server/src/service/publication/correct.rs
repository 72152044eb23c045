//! 更正: an officer who mistyped the time of a doubtful publication mends it.

use lanmu_api::publication::{CorrectPublication, PublicationRow};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};

use super::doubts::{Timed, check_year, find_doubts, in_words, stored};
use super::find::{answer, clean_note, line_about, open_publication};
use super::rows::released_at;
use crate::clock::{local, moment};
use crate::db::WriteTx;
use crate::entity::publication;
use crate::error::Problem;
use crate::session::SignedIn;

/// Stores another time, and what is doubtful about that one. It is compared to the moment of the
/// first recording: waiting does not make a future time true. Where no doubt is left, the
/// publication counts as recorded now, by this person.
///
/// # Errors
/// 404, 403 for who does not write for the department, 409 where nothing is open, 422 for the
/// fields.
pub async fn correct(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &CorrectPublication,
) -> Result<PublicationRow, Problem> {
    let found = open_publication(write, who, id).await?;
    if !Permission::WriteArticles.held_in(&who.actor, found.department_id) {
        return Err(Problem::not_allowed());
    }
    let note = clean_note(&request.note, "更正原因")?;
    check_year(request.published_at)?;
    let before = local(found.published_at);
    let after = request.published_at.with_timezone(&before.timezone());
    if before.timestamp().div_euclid(60) == after.timestamp().div_euclid(60) {
        return Err(Problem::invalid_field(
            "published_at",
            "更正后的时间与原登记时间相同，请填写实际发布时间。",
        ));
    }
    let timed = Timed {
        column_id: found.column_id,
        department_id: found.department_id,
        id: Some(found.id),
        published_at: after,
        released_at: released_at(write.tx(), &found).await?,
        recorded_at: local(found.recorded_at),
    };
    let doubts = find_doubts(write.tx(), write.site_id(), &timed).await?;
    let mut row = publication::ActiveModel {
        id: Unchanged(found.id),
        published_at: Set(after.to_utc()),
        doubts: Set(stored(&doubts)),
        ..Default::default()
    };
    let left = if doubts.is_empty() {
        row.recorded_by = Set(Some(who.person.id));
        row.recorded_by_name = Set(who.person.name.clone());
        row.recorded_at = Set(write.now_utc());
        "不再存疑".to_owned()
    } else {
        format!("仍存疑（{}）", in_words(&doubts))
    };
    let stored = row.update(write.tx()).await?;
    let note = format!(
        "更正发布时间：由{}更正为{}，{left}。更正原因：{note}",
        moment(&before),
        moment(&after),
    );
    let post = who.title(Role::Officer, Some(stored.department_id));
    let line = line_about(write, &stored, post, note).await?;
    write.ledger(LedgerAct::PublicationRecorded, line).await?;
    answer(write, stored).await
}
