//! What a coordinator needs to know before changing a column.

use chrono::NaiveDate;
use lanmu_api::column::{ClosureView, ColumnDetail, ColumnLevel, SettingView};
use lanmu_domain::freshness::closed_since;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::key::{from_json, from_key};
use crate::entity::{column_closure, column_rule, duty};
use crate::service::freshness::{ColumnTree, duties_on};

/// The column; `None` where the site has none with this id.
///
/// # Errors
/// The database does not answer, or holds keys that this version does not know.
pub async fn column_detail<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    column_id: i64,
    today: NaiveDate,
) -> Result<Option<ColumnDetail>, DbErr> {
    let tree = ColumnTree::load(db, site_id).await?;
    let Some(node) = tree.node(column_id) else {
        return Ok(None);
    };
    let chain = tree.chain(column_id);
    let levels = chain.iter().map(|id| ColumnLevel {
        id: *id,
        name: path(&tree, *id).pop().unwrap_or_default(),
    });
    let duties = duty::Entity::find()
        .filter(duties_on(site_id, today))
        .filter(duty::Column::ColumnId.is_in(tree.below(column_id)))
        .order_by_asc(duty::Column::Position)
        .all(db)
        .await?;
    let (on_it, below): (Vec<_>, Vec<_>) = duties
        .into_iter()
        .partition(|duty| duty.column_id == column_id);
    Ok(Some(ColumnDetail {
        id: column_id,
        kind: node.kind,
        address: node.address.clone(),
        levels: levels.collect(),
        closed_since: closed_since(&tree.closures(column_id), today),
        closures: closures(db, &tree, &chain).await?,
        settings: settings(db, &tree, &chain, today).await?,
        duty_ids: on_it.into_iter().map(|duty| duty.id).collect(),
        duties_below: below.len() as u64,
    }))
}

fn path(tree: &ColumnTree, column_id: i64) -> Vec<String> {
    tree.node(column_id)
        .map(|node| node.path.clone())
        .unwrap_or_default()
}

async fn closures<C: ConnectionTrait>(
    db: &C,
    tree: &ColumnTree,
    chain: &[i64],
) -> Result<Vec<ClosureView>, DbErr> {
    let rows = column_closure::Entity::find()
        .filter(column_closure::Column::ColumnId.is_in(chain.iter().copied()))
        .order_by_desc(column_closure::Column::ClosedOn)
        .order_by_desc(column_closure::Column::Id)
        .all(db)
        .await?;
    let view = |row: column_closure::Model| ClosureView {
        column_id: row.column_id,
        column_path: path(tree, row.column_id),
        closed_on: row.closed_on,
        reason: row.reason,
        closed_by_name: row.closed_by_name,
        reopened_on: row.reopened_on,
        reopen_reason: row.reopen_reason,
        reopened_by_name: row.reopened_by_name,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What is in force or planned, root first; of what held before only the latest of each kind.
async fn settings<C: ConnectionTrait>(
    db: &C,
    tree: &ColumnTree,
    chain: &[i64],
    today: NaiveDate,
) -> Result<Vec<SettingView>, DbErr> {
    let rows = column_rule::Entity::find()
        .filter(column_rule::Column::ColumnId.is_in(chain.iter().copied()))
        .order_by_asc(column_rule::Column::EffectiveFrom)
        .order_by_asc(column_rule::Column::Id)
        .all(db)
        .await?;
    let mut found: Vec<SettingView> = Vec::new();
    for row in rows {
        let view = setting(row, tree, today)?;
        if !view.planned {
            found.retain(|held| (held.column_id, held.reach) != (view.column_id, view.reach));
        }
        if view.planned || view.rules.is_some() {
            found.push(view);
        }
    }
    found.sort_by_key(|view| chain.iter().position(|id| *id == view.column_id));
    Ok(found)
}

fn setting(
    row: column_rule::Model,
    tree: &ColumnTree,
    today: NaiveDate,
) -> Result<SettingView, DbErr> {
    let rules = Some(row.rules).filter(|rules| !rules.is_null());
    Ok(SettingView {
        column_id: row.column_id,
        column_path: path(tree, row.column_id),
        reach: from_key(&row.reach)?,
        rules: rules.map(from_json).transpose()?,
        words: row.words,
        basis: row.basis,
        effective_from: row.effective_from,
        planned: row.effective_from > today,
        recorded_by_name: row.recorded_by_name,
        recorded_at: local(row.recorded_at),
    })
}
