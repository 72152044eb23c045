//! 事后审核: emergency releases that wait for this person's review.

use chrono::{DateTime, FixedOffset};
use lanmu_api::today::TodayItem;
use sea_orm::{ConnectionTrait, DbErr};

use super::{ITEMS_MAX, Part};
use crate::clock::local;
use crate::service::article::names;
use crate::service::emergency::waiting;
use crate::session::SignedIn;

/// What waits, the earliest due first.
pub(super) async fn to_review<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<FixedOffset>,
) -> Result<Part, DbErr> {
    let mut found = waiting(db, who, now).await?;
    let total = found.len() as u64;
    found.truncate(usize::try_from(ITEMS_MAX).unwrap_or(usize::MAX));
    let departments = found.iter().map(|waiting| waiting.release.department_id);
    let names = names(db, departments, []).await?;
    let items = found
        .into_iter()
        .map(|waiting| {
            let release = waiting.release;
            TodayItem::Emergency {
                article_id: release.article_id,
                department_name: names.place(release.department_id, 0).department_name,
                title: release.title,
                by: release.person_name,
                at: local(release.at),
                due: local(release.due_at),
                overdue: waiting.overdue,
            }
        })
        .collect();
    Ok(Part { items, total })
}
