//! Departments by the names that they go by.

use std::collections::HashMap;

use lanmu_api::search::{SearchHit, SearchKind};
use lanmu_domain::permission::sees_department;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::{Words, best_first};
use crate::entity::{department, department_alias};
use crate::session::SignedIn;

/// The departments whose duties the person sees.
///
/// # Errors
/// The database does not answer.
pub(super) async fn departments<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    words: &Words,
) -> Result<Vec<SearchHit>, DbErr> {
    let site_id = who.person.site_id;
    let mut aliases: HashMap<i64, Vec<String>> = HashMap::new();
    let rows = department_alias::Entity::find()
        .filter(department_alias::Column::SiteId.eq(site_id))
        .all(db)
        .await?;
    for row in rows {
        aliases
            .entry(row.department_id)
            .or_default()
            .push(row.alias);
    }
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        // One that ended is found as the one into which it went: its name is another name of that.
        .filter(department::Column::EndedOn.is_null())
        .order_by_asc(department::Column::Position)
        .all(db)
        .await?;
    let found = rows
        .into_iter()
        .filter(|row| sees_department(&who.actor, row.id))
        .filter_map(|row| {
            let known = aliases.remove(&row.id).unwrap_or_default();
            let around: Vec<&str> = known.iter().map(String::as_str).collect();
            let rank = words.rank(&row.name, &around)?;
            let hit = SearchHit {
                kind: SearchKind::Department,
                id: row.id,
                title: row.name,
                detail: vec![row.kind],
            };
            Some((rank, hit))
        })
        .collect();
    Ok(best_first(found))
}
