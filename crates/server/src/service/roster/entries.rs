//! Entries as they are stored.

use chrono::NaiveDate;
use lanmu_domain::roster::{Listed, in_force};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_key;
use crate::entity::roster_entry;

/// All entries of a site that count on some day, or of one department; by part of the form, then as
/// they were added.
///
/// # Errors
/// The database does not answer.
pub(super) async fn all<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    department_id: Option<i64>,
) -> Result<Vec<roster_entry::Model>, DbErr> {
    let mut found = roster_entry::Entity::find()
        .filter(roster_entry::Column::SiteId.eq(site_id))
        .filter(roster_entry::Column::Replaced.eq(false));
    if let Some(id) = department_id {
        found = found.filter(roster_entry::Column::DepartmentId.eq(id));
    }
    // `leader` comes before `staff`.
    found
        .order_by_asc(roster_entry::Column::Role)
        .order_by_asc(roster_entry::Column::FirstDay)
        .order_by_asc(roster_entry::Column::Id)
        .all(db)
        .await
}

/// The entries that count on a day.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn in_force_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    department_id: Option<i64>,
    day: NaiveDate,
) -> Result<Vec<roster_entry::Model>, DbErr> {
    let mut found = all(db, site_id, department_id).await?;
    found.retain(|row| in_force(row.first_day, row.last_day, day));
    Ok(found)
}

/// What of an entry stands on the form.
///
/// # Errors
/// A role that this version does not know.
pub(crate) fn listed(row: &roster_entry::Model) -> Result<Listed, DbErr> {
    Ok(Listed {
        role: from_key(&row.role)?,
        name: row.name.clone(),
        post: row.post.clone(),
        office_phone: row.office_phone.clone(),
        mobile: row.mobile.clone(),
    })
}
