//! Duties by the names of their columns.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_api::search::{SearchHit, SearchKind};
use lanmu_domain::permission::Permission;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{Words, best_first};
use crate::entity::key::from_json;
use crate::entity::{duty, duty_tenure, site_column};
use crate::service::freshness::{duties_on, tenures_on};
use crate::session::SignedIn;

/// The duties of today's matrix that the person sees, in the order of the table where they fit
/// equally well.
///
/// # Errors
/// The database does not answer.
pub(super) async fn duties<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    words: &Words,
    today: NaiveDate,
) -> Result<Vec<SearchHit>, DbErr> {
    let site_id = who.person.site_id;
    let mut duties = duty::Entity::find()
        .filter(duties_on(site_id, today))
        .order_by_asc(duty::Column::Position)
        .all(db)
        .await?;
    if !Permission::ViewWholeMatrix.held(&who.actor) {
        let own = own(db, who, today).await?;
        duties.retain(|duty| own.contains(&duty.id));
    }
    let columns: HashMap<i64, site_column::Model> = site_column::Entity::find()
        .filter(site_column::Column::SiteId.eq(site_id))
        .all(db)
        .await?
        .into_iter()
        .map(|column| (column.id, column))
        .collect();
    let mut found = Vec::new();
    for duty in duties {
        let Some(column) = columns.get(&duty.column_id) else {
            continue;
        };
        let around = [column.path_text.as_str(), duty.owner_text.as_str()];
        let Some(rank) = words.rank(&column.name, &around) else {
            continue;
        };
        let path: Vec<String> = from_json(column.path.clone())?;
        let above = path.len().saturating_sub(1);
        let hit = SearchHit {
            kind: SearchKind::Duty,
            id: duty.id,
            title: column.name.clone(),
            detail: [path[..above].join(" / "), duty.owner_text]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect(),
        };
        found.push((rank, hit));
    }
    Ok(best_first(found))
}

/// The duties that the person's departments answer for today.
async fn own<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    today: NaiveDate,
) -> Result<HashSet<i64>, DbErr> {
    if !Permission::ViewOwnMatrix.held(&who.actor) {
        return Ok(HashSet::new());
    }
    let tenures = duty_tenure::Entity::find()
        .filter(duty_tenure::Column::DepartmentId.is_in(who.departments()))
        .filter(tenures_on(today))
        .all(db)
        .await?;
    Ok(tenures.into_iter().map(|tenure| tenure.duty_id).collect())
}
