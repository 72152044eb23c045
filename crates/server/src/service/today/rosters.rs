//! 工作机构表: collections that ask a department of the person's, which has not handed in.

use chrono::{DateTime, FixedOffset};
use lanmu_api::today::TodayItem;
use lanmu_domain::roster::HandInStatus;
use sea_orm::{ConnectionTrait, DbErr};

use super::Part;
use crate::service::article::names;
use crate::service::roster_collection::asked;
use crate::session::SignedIn;

/// What is still to be handed in, the earliest deadline first.
pub(super) async fn to_hand_in<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<FixedOffset>,
) -> Result<Part, DbErr> {
    let departments = who.departments();
    if departments.is_empty() {
        return Ok(Part::default());
    }
    let names = names(db, departments.iter().copied(), []).await?;
    let mut found = Vec::new();
    for department_id in departments {
        let open = asked(db, who.person.site_id, department_id).await?;
        let missing = open
            .into_iter()
            .filter(|one| one.status == HandInStatus::Missing);
        found.extend(missing.map(|one| (department_id, one)));
    }
    found.sort_by_key(|(department_id, one)| (one.due, *department_id));
    let items: Vec<TodayItem> = found
        .into_iter()
        .map(|(department_id, one)| TodayItem::Roster {
            collection_id: one.collection_id,
            title: one.title,
            department_id,
            department_name: names.place(department_id, 0).department_name,
            due: one.due,
            overdue: one.due < now,
            reminded_at: one.reminded_at,
        })
        .collect();
    let total = items.len() as u64;
    Ok(Part { items, total })
}
