//! Whether a department may write for a column: it must answer for it in the matrix in force.

use chrono::NaiveDate;
use lanmu_domain::rule::{AppliedRule, Rule};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::key::from_json;
use crate::entity::{duty, duty_tenure, site_column};
use crate::service::freshness::{self, ColumnTree, tenures_on};

/// What speaks against a column, in words for the person; `None` if nothing does.
///
/// # Errors
/// The database cannot be reached.
pub async fn problem_with_column<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    department_id: i64,
    column_id: i64,
) -> Result<Option<&'static str>, DbErr> {
    let column = site_column::Entity::find_by_id(column_id)
        .filter(site_column::Column::SiteId.eq(site_id))
        .one(db)
        .await?;
    if column.is_none() {
        return Ok(Some("没有这个栏目，请重新选择。"));
    }
    let tree = ColumnTree::load(db, site_id).await?;
    if tree.closures(column_id).iter().any(|c| c.covers(today)) {
        return Ok(Some("该栏目已关闭，恢复前不能填报。"));
    }
    let duties = duties_on(db, site_id, today, column_id).await?;
    let owned = owned(db, &duties, today, department_id).await?;
    if owned.is_empty() {
        return Ok(Some("该栏目不由本部门负责，请选择本部门负责的栏目。"));
    }
    if owned
        .iter()
        .all(|(_, rules)| rules.iter().any(|rule| rule.rule == Rule::External))
    {
        return Ok(Some(
            "该栏目由上级统一更新，不在本平台填报，请选择其他栏目。",
        ));
    }
    Ok(None)
}

type DutyRules = (i64, Vec<AppliedRule>);

/// The duties on a column in the matrix in force, with their rules.
async fn duties_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    column_id: i64,
) -> Result<Vec<DutyRules>, DbErr> {
    let rows: Vec<(i64, serde_json::Value)> = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .column(duty::Column::Rules)
        .filter(duty::Column::ColumnId.eq(column_id))
        .filter(freshness::duties_on(site_id, today))
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(id, rules)| Ok((id, from_json(rules)?)))
        .collect()
}

async fn owned<C: ConnectionTrait>(
    db: &C,
    duties: &[DutyRules],
    today: NaiveDate,
    department_id: i64,
) -> Result<Vec<DutyRules>, DbErr> {
    let owned: Vec<i64> = duty_tenure::Entity::find()
        .select_only()
        .column(duty_tenure::Column::DutyId)
        .filter(duty_tenure::Column::DutyId.is_in(duties.iter().map(|(id, _)| *id)))
        .filter(duty_tenure::Column::DepartmentId.eq(department_id))
        .filter(tenures_on(today))
        .into_tuple()
        .all(db)
        .await?;
    Ok(duties
        .iter()
        .filter(|(id, _)| owned.contains(id))
        .cloned()
        .collect())
}
