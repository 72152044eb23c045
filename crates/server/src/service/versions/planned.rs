//! What a version that is still to come touches is left alone until it is in force or cancelled:
//! otherwise it might meet on its day something else than was decided about.

use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::VersionState;
use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, KeyedChange, MatrixChange};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::db::WriteTx;
use crate::entity::key::{from_json, to_key};
use crate::entity::matrix_version;
use crate::error::Problem;

/// Refuses a change of a column that a planned version touches.
///
/// # Errors
/// 409 naming the version.
pub async fn refuse_planned_column(write: &WriteTx, column_id: i64) -> Result<(), Problem> {
    let column = ColumnRef::Id(column_id);
    refuse_planned(write, &MatrixChange::CloseColumn { column }).await
}

/// Refuses a change of what a planned version touches.
///
/// # Errors
/// 409 naming the version.
pub(super) async fn refuse_planned(write: &WriteTx, change: &MatrixChange) -> Result<(), Problem> {
    let rows = matrix_version::Entity::find()
        .filter(matrix_version::Column::SiteId.eq(write.site_id()))
        .filter(matrix_version::Column::State.eq(to_key(&VersionState::Planned)))
        .order_by_asc(matrix_version::Column::Number)
        .all(write.tx())
        .await?;
    for row in rows {
        let Some(stored) = row.changes else { continue };
        let changes: Vec<KeyedChange> = from_json(stored)?;
        if changes.iter().any(|keyed| meet(&keyed.change, change)) {
            let message = format!(
                "责任表第{}版已定于{}起生效，涉及同一栏目、部门或者分组；请待其生效，或者先撤销该版。",
                row.number, row.effective_from
            );
            return Err(Problem::with(ErrorCode::Refused, message));
        }
    }
    Ok(())
}

fn meet(planned: &MatrixChange, change: &MatrixChange) -> bool {
    if let (
        MatrixChange::SetGroup { group: one, .. },
        MatrixChange::SetGroup { group: other, .. },
    ) = (planned, change)
    {
        return one == other;
    }
    let of_columns = |change: &MatrixChange| -> Vec<ColumnRef> {
        let mut columns = change.columns();
        columns.retain(|column| matches!(column, ColumnRef::Id(_)));
        columns
    };
    let of_departments = |change: &MatrixChange| -> Vec<DepartmentRef> {
        let mut departments = match change {
            // Whose membership changes is not touched in itself.
            MatrixChange::SetGroup { .. } => Vec::new(),
            _ => change.departments(),
        };
        departments.retain(|department| matches!(department, DepartmentRef::Id(_)));
        departments
    };
    let own = of_columns(change);
    let departments = of_departments(change);
    of_columns(planned)
        .iter()
        .any(|column| own.contains(column))
        || of_departments(planned)
            .iter()
            .any(|department| departments.contains(department))
}
