//! Entries of rosters that name the person.

use chrono::{Days, NaiveDate};
use lanmu_domain::roster::{CleanEntry, RosterRole};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::find::Holding;
use crate::db::WriteTx;
use crate::entity::key::from_key;
use crate::entity::{person, roster_entry};
use crate::error::Problem;
use crate::service::roster;
use crate::session::SignedIn;

/// The entries linked to the account that are not over.
///
/// # Errors
/// The database does not answer.
pub(super) async fn of_person<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    person_id: i64,
    today: NaiveDate,
) -> Result<Vec<roster_entry::Model>, DbErr> {
    let mut found = roster_entry::Entity::find()
        .filter(roster_entry::Column::SiteId.eq(site_id))
        .filter(roster_entry::Column::PersonId.eq(person_id))
        .filter(roster_entry::Column::Replaced.eq(false))
        .order_by_asc(roster_entry::Column::Id)
        .all(db)
        .await?;
    found.retain(|row| row.last_day.is_none_or(|last| last >= today));
    Ok(found)
}

/// Ends the entries in departments where the person holds nothing any more, yesterday, and puts the
/// successor there from today on: with the post, and without numbers unless the roster has them.
/// Gives how many.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle(
    write: &WriteTx,
    who: &SignedIn,
    (leaving_id, successor): (i64, &person::Model),
    left: &[Holding],
) -> Result<usize, Problem> {
    let today = write.now().date_naive();
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let mut moved = 0;
    for row in of_person(write.tx(), write.site_id(), leaving_id, today).await? {
        let department_id = row.department_id;
        if left
            .iter()
            .any(|held| held.department_id == Some(department_id))
        {
            continue;
        }
        let role: RosterRole = from_key(&row.role)?;
        let post = row.post.clone();
        roster::end(write, who, row, yesterday).await?;
        let there = of_person(write.tx(), write.site_id(), successor.id, today).await?;
        let there = there
            .into_iter()
            .filter(|row| row.department_id == department_id)
            .collect::<Vec<_>>();
        moved += 1;
        if there.iter().any(|row| row.role == role.key()) {
            continue;
        }
        let known = there.into_iter().next();
        let entry = CleanEntry {
            role,
            name: successor.name.clone(),
            post,
            office_phone: known
                .as_ref()
                .map(|row| row.office_phone.clone())
                .unwrap_or_default(),
            mobile: known.map(|row| row.mobile).unwrap_or_default(),
            first_day: today,
        };
        let link = (Some(successor.id), None);
        roster::insert(write, who, department_id, &entry, link).await?;
    }
    Ok(moved)
}
