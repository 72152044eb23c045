//! The forms with whole numbers, to be printed.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::roster::RosterForm;
use lanmu_domain::roster::Listed;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::access::may_keep;
use super::entries::{in_force_on, listed};
use crate::clock::local;
use crate::entity::key::from_json;
use crate::entity::{department, roster_hand_in};
use crate::error::Problem;
use crate::session::SignedIn;

/// Which forms.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormsOf {
    /// Of one department only.
    pub department_id: Option<i64>,
    /// As they were last handed in to this collection; as they stand today without one.
    pub collection_id: Option<i64>,
}

/// The forms that the person may see, in the order of the departments: of a department without
/// anybody on its roster an empty one, of a collection those that were handed in.
///
/// # Errors
/// 403 for another department's without the permission, 404 where there is nothing.
pub async fn forms<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    of: FormsOf,
    today: NaiveDate,
) -> Result<Vec<RosterForm>, Problem> {
    let site_id = who.person.site_id;
    let mut departments = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .order_by_asc(department::Column::Position);
    if let Some(id) = of.department_id {
        departments = departments.filter(department::Column::Id.eq(id));
    } else if of.collection_id.is_none() {
        departments = departments.filter(department::Column::EndedOn.is_null());
    }
    let found = departments.all(db).await?;
    if found.is_empty() {
        return Err(Problem::not_found());
    }
    if !found.iter().all(|one| may_keep(who, one.id)) {
        return Err(Problem::not_allowed());
    }
    let forms = match of.collection_id {
        None => as_they_stand(db, site_id, found, today).await?,
        Some(collection_id) => as_handed_in(db, site_id, found, collection_id).await?,
    };
    if forms.is_empty() {
        return Err(Problem::not_found());
    }
    Ok(forms)
}

async fn as_they_stand<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    departments: Vec<department::Model>,
    today: NaiveDate,
) -> Result<Vec<RosterForm>, Problem> {
    let mut lines: HashMap<i64, Vec<Listed>> = HashMap::new();
    for row in in_force_on(db, site_id, None, today).await? {
        lines
            .entry(row.department_id)
            .or_default()
            .push(listed(&row)?);
    }
    Ok(departments
        .into_iter()
        .map(|department| RosterForm {
            lines: lines.remove(&department.id).unwrap_or_default(),
            department_id: department.id,
            department_name: department.name,
            handed_in_at: None,
        })
        .collect())
}

async fn as_handed_in<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    departments: Vec<department::Model>,
    collection_id: i64,
) -> Result<Vec<RosterForm>, Problem> {
    use roster_hand_in::Column;
    let rows = roster_hand_in::Entity::find()
        .filter(Column::SiteId.eq(site_id))
        .filter(Column::CollectionId.eq(collection_id))
        .order_by_asc(Column::Number)
        .all(db)
        .await?;
    // Later ones replace earlier ones.
    let mut last: HashMap<i64, roster_hand_in::Model> = rows
        .into_iter()
        .map(|row| (row.department_id, row))
        .collect();
    let mut forms = Vec::new();
    for department in departments {
        let Some(row) = last.remove(&department.id) else {
            continue;
        };
        forms.push(RosterForm {
            department_id: department.id,
            department_name: department.name,
            lines: from_json(row.lines)?,
            handed_in_at: Some(local(row.at)),
        });
    }
    Ok(forms)
}
