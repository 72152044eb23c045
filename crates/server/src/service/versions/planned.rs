//! What a version that is still to come touches is left alone until it is in force or cancelled:
//! otherwise it might meet on its day something else than was decided about.

use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::VersionState;
use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, GroupRef, KeyedChange, MatrixChange};
use lanmu_domain::text::day::long_day;
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
                row.number,
                long_day(row.effective_from)
            );
            return Err(Problem::with(ErrorCode::Refused, message));
        }
    }
    Ok(())
}

fn meet(planned: &MatrixChange, change: &MatrixChange) -> bool {
    if of_one_group(planned, change) {
        return true;
    }
    let of_columns = |change: &MatrixChange| -> Vec<ColumnRef> {
        let mut columns = change.columns();
        columns.retain(|column| matches!(column, ColumnRef::Id(_)));
        columns
    };
    let of_departments = |change: &MatrixChange| -> Vec<DepartmentRef> {
        let mut departments = match change {
            // Whose membership changes is not touched in itself.
            MatrixChange::SetGroup { .. } | MatrixChange::AddGroup { .. } => Vec::new(),
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

/// Whether the one changes the very group that the other changes or, where it is to end, names.
fn of_one_group(one: &MatrixChange, other: &MatrixChange) -> bool {
    let shared = |of: &MatrixChange, beside: &MatrixChange| {
        let named = beside.groups();
        let mut groups = of.groups().into_iter();
        groups.any(|group| matches!(group, GroupRef::Id(_)) && named.contains(&group))
    };
    let ends = |change: &MatrixChange| matches!(change, MatrixChange::EndGroup { .. });
    let changes = |change: &MatrixChange| {
        matches!(
            change,
            MatrixChange::SetGroup { .. } | MatrixChange::RenameGroup { .. }
        )
    };
    // A department that joins changes the group as well, but any number may join.
    let joins = |change: &MatrixChange| matches!(change, MatrixChange::AddDepartment { .. });
    let both = (ends(one) || ends(other))
        || (changes(one) && (changes(other) || joins(other)))
        || (changes(other) && joins(one));
    both && shared(one, other)
}

#[cfg(test)]
mod tests {
    use lanmu_domain::matrix_change::{ColumnRef, GroupRef, MatrixChange, Owners};

    use super::meet;

    #[test]
    fn a_group_that_changes_is_left_alone_and_one_that_ends_is_not_named() {
        let group = GroupRef::Id(1);
        let set = MatrixChange::SetGroup {
            group,
            departments: Vec::new(),
        };
        let join = MatrixChange::AddDepartment {
            name: "甲".to_owned(),
            department_kind: "部门".to_owned(),
            groups: vec![group],
        };
        let end = MatrixChange::EndGroup { group };
        let named = MatrixChange::SetOwners {
            column: ColumnRef::Id(7),
            owners: Owners {
                groups: vec![group],
                departments: Vec::new(),
            },
        };
        let other = MatrixChange::EndGroup {
            group: GroupRef::Id(2),
        };
        for (one, two, expected) in [
            (&set, &set, true),
            (&set, &join, true),
            (&join, &set, true),
            (&join, &join, false),
            (&end, &named, true),
            (&named, &end, true),
            (&set, &named, false),
            (&other, &named, false),
            (&other, &set, false),
        ] {
            assert_eq!(meet(one, two), expected, "{one:?} {two:?}");
        }
    }
}
