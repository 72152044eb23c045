//! What the check needs besides the duties.

use std::collections::{HashMap, HashSet};

use lanmu_domain::annex::Doubt;
use lanmu_domain::matrix_check::CheckedDepartment;
use lanmu_domain::review::Stage;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{duty_doubt, site_column};
use crate::service::departments::all;
use crate::service::freshness::{LoadedDuty, doubt_of};
use crate::service::holders::holders_by_department;

/// What was found when the table was read, by version and row.
pub(super) async fn doubts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashMap<(i64, i32), Vec<Doubt>>, DbErr> {
    let rows = duty_doubt::Entity::find()
        .filter(duty_doubt::Column::SiteId.eq(site_id))
        .order_by_asc(duty_doubt::Column::Id)
        .all(db)
        .await?;
    let mut doubts: HashMap<(i64, i32), Vec<Doubt>> = HashMap::new();
    for row in rows {
        let of_row = (row.matrix_version_id, row.annex_row);
        doubts.entry(of_row).or_default().push(doubt_of(row)?);
    }
    Ok(doubts)
}

/// Where the columns stand on the website, of those of which it is known.
pub(super) async fn addresses<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashMap<i64, String>, DbErr> {
    let rows = site_column::Entity::find()
        .filter(site_column::Column::SiteId.eq(site_id))
        .filter(site_column::Column::Address.is_not_null())
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.id, row.address?)))
        .collect())
}

/// The departments that answer for something, with who holds the posts of each stage.
pub(super) async fn departments<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    duties: &[LoadedDuty],
) -> Result<Vec<CheckedDepartment>, DbErr> {
    let owning: HashSet<i64> = duties
        .iter()
        .flat_map(|duty| &duty.owners)
        .copied()
        .collect();
    let mut people: [HashMap<i64, Vec<i64>>; 3] = Default::default();
    for (held, stage) in people.iter_mut().zip(Stage::ALL) {
        for (department_id, person_id) in holders_by_department(db, site_id, stage.role()).await? {
            held.entry(department_id).or_default().push(person_id);
        }
    }
    let known = all(db, site_id).await?;
    Ok(known
        .into_iter()
        .filter(|department| owning.contains(&department.id))
        .map(|department| CheckedDepartment {
            id: department.id,
            name: department.name,
            people: people
                .each_mut()
                .map(|held| held.remove(&department.id).unwrap_or_default()),
        })
        .collect())
}
