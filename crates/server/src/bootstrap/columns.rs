//! The column tree of a new site.

use std::collections::HashMap;

use lanmu_domain::annex::PlannedColumn;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::site_column;

/// What stands between the names of a path.
pub const SEPARATOR: &str = " / ";
/// Rows in one statement: SQLite takes 32,766 values at the most, a row has nine.
const CHUNK: usize = 500;

/// Stores the columns; gives their ids in the order of the plan.
///
/// # Errors
/// The database cannot be reached.
pub async fn store(write: &WriteTx, planned: &[PlannedColumn]) -> anyhow::Result<Vec<i64>> {
    let mut ids: HashMap<String, i64> = HashMap::new();
    let deepest = planned
        .iter()
        .map(|column| column.path.len())
        .max()
        .unwrap_or_default();
    // Level by level, so that a parent has its id before its children ask for it.
    for depth in 1..=deepest {
        let level: Vec<&PlannedColumn> = planned
            .iter()
            .filter(|column| column.path.len() == depth)
            .collect();
        for chunk in level.chunks(CHUNK) {
            let mut rows = Vec::with_capacity(chunk.len());
            for column in chunk {
                let parent = column.path[..depth - 1].join(SEPARATOR);
                rows.push(site_column::ActiveModel {
                    site_id: Set(write.site_id()),
                    parent_id: Set(ids.get(&parent).copied()),
                    name: Set(column.path.last().cloned().unwrap_or_default()),
                    path: Set(serde_json::to_value(&column.path)?),
                    path_text: Set(column.path.join(SEPARATOR)),
                    kind: Set(to_key(&column.kind)),
                    position: Set(column.position),
                    address: Set(None),
                    ..Default::default()
                });
            }
            site_column::Entity::insert_many(rows)
                .exec(write.tx())
                .await?;
        }
        let stored = site_column::Entity::find()
            .filter(site_column::Column::SiteId.eq(write.site_id()))
            .all(write.tx())
            .await?;
        ids.extend(stored.into_iter().map(|row| (row.path_text, row.id)));
    }
    planned
        .iter()
        .map(|column| {
            let path = column.path.join(SEPARATOR);
            ids.get(&path)
                .copied()
                .ok_or_else(|| anyhow::anyhow!("column {path} was not stored"))
        })
        .collect()
}
