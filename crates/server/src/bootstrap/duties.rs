//! The duties of a new site, their owners and what the table leaves open.

use chrono::NaiveDate;
use lanmu_domain::annex::SitePlan;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::{duty, duty_doubt, duty_tenure};

/// Rows in one statement: SQLite takes 32,766 values at the most, a row has eleven.
const CHUNK: usize = 500;

/// The version of the matrix that the duties belong to.
#[derive(Clone, Copy)]
pub struct Version {
    /// Its id.
    pub id: i64,
    /// First day on which it holds.
    pub since: NaiveDate,
}

/// Stores duties, owners and doubts. `columns` and `departments` hold the ids in the plan's order.
///
/// # Errors
/// The database cannot be reached.
pub async fn store(
    write: &WriteTx,
    version: Version,
    plan: &SitePlan,
    columns: &[i64],
    departments: &[i64],
) -> anyhow::Result<()> {
    let mut rows = Vec::with_capacity(plan.duties.len());
    for (planned, position) in plan.duties.iter().zip(0_i32..) {
        rows.push(duty::ActiveModel {
            site_id: Set(write.site_id()),
            matrix_version_id: Set(version.id),
            column_id: Set(columns[planned.column]),
            annex_row: Set(i32::try_from(planned.row)?),
            position: Set(position),
            requirement: Set(planned.requirement.clone()),
            owner_text: Set(planned.owner_text.clone()),
            mode: Set(to_key(&planned.mode)),
            rules: Set(serde_json::to_value(&planned.rules)?),
            remark: Set(planned.remark.clone()),
            since: Set(version.since),
            ..Default::default()
        });
    }
    for chunk in rows.chunks(CHUNK) {
        duty::Entity::insert_many(chunk.to_vec())
            .exec(write.tx())
            .await?;
    }
    let ids: Vec<i64> = duty::Entity::find()
        .filter(duty::Column::MatrixVersionId.eq(version.id))
        .order_by_asc(duty::Column::Position)
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let owners: Vec<duty_tenure::ActiveModel> =
        plan.duties
            .iter()
            .zip(&ids)
            .flat_map(|(planned, id)| {
                planned.owners.iter().zip(0_i32..).map(|(owner, position)| {
                    duty_tenure::ActiveModel {
                        duty_id: Set(*id),
                        department_id: Set(departments[*owner]),
                        position: Set(position),
                        since: Set(version.since),
                        ..Default::default()
                    }
                })
            })
            .collect();
    for chunk in owners.chunks(CHUNK) {
        duty_tenure::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(write.tx())
            .await?;
    }
    let mut doubts = Vec::with_capacity(plan.doubts.len());
    for doubt in &plan.doubts {
        doubts.push(duty_doubt::ActiveModel {
            site_id: Set(write.site_id()),
            matrix_version_id: Set(version.id),
            annex_row: Set(i32::try_from(doubt.row)?),
            cell: Set(doubt.cell.clone()),
            kind: Set(to_key(&doubt.kind)),
            text: Set(doubt.text.clone()),
            message: Set(doubt.message.clone()),
            ..Default::default()
        });
    }
    for chunk in doubts.chunks(CHUNK) {
        duty_doubt::Entity::insert_many(chunk.to_vec())
            .exec(write.tx())
            .await?;
    }
    Ok(())
}
