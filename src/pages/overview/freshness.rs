//! How many columns of each department are blank or overdue below each column of the first level:
//! pure, so that it can be tested without a browser.

use std::collections::HashMap;

use lanmu_api::matrix::MatrixView;
use lanmu_domain::freshness::Status;

use crate::ui::plot::{HeatCell, HeatRow};

/// Departments by columns of the first level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The columns of the first level, in the order of the table.
    pub columns: Vec<String>,
    /// The departments that owe something, most behind first; those equally behind in their order.
    pub rows: Vec<HeatRow>,
}

impl Grid {
    /// From the matrix. Only departments in `own` are shown, all of them where that is `None`.
    #[must_use]
    pub fn new(view: &MatrixView, own: Option<&[i64]>) -> Self {
        let mut columns: Vec<String> = Vec::new();
        let mut cells: HashMap<(i64, usize), HeatCell> = HashMap::new();
        for duty in view
            .duties
            .iter()
            .filter(|duty| duty.closed_since.is_none())
        {
            let Some(top) = duty.column_path.first() else {
                continue;
            };
            let known = columns.iter().position(|name| name == top);
            let column = known.unwrap_or_else(|| {
                columns.push(top.clone());
                columns.len() - 1
            });
            for owner in &duty.owners {
                let cell = cells.entry((owner.department_id, column)).or_default();
                cell.whole += 1;
                cell.part += u32::from(is_behind(owner.status));
            }
        }
        let seen = |id: i64| own.is_none_or(|own| own.contains(&id));
        let mut rows: Vec<HeatRow> = view
            .departments
            .iter()
            .filter(|department| seen(department.id))
            .map(|department| HeatRow {
                name: department.name.clone(),
                cells: (0..columns.len())
                    .map(|column| cells.remove(&(department.id, column)).unwrap_or_default())
                    .collect(),
            })
            .filter(|row| whole(row) > 0)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(part(row)));
        Self { columns, rows }
    }

    /// How many are behind, and of how many.
    #[must_use]
    pub fn total(&self) -> (u32, u32) {
        let sum = |of: fn(&HeatRow) -> u32| self.rows.iter().map(of).sum();
        (sum(part), sum(whole))
    }
}

/// How many of a row are behind.
#[must_use]
pub fn part(row: &HeatRow) -> u32 {
    row.cells.iter().map(|cell| cell.part).sum()
}

/// How many a row has.
#[must_use]
pub fn whole(row: &HeatRow) -> u32 {
    row.cells.iter().map(|cell| cell.whole).sum()
}

const fn is_behind(status: Status) -> bool {
    matches!(status, Status::Blank | Status::Overdue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lanmu_api::matrix::{DutyRow, MatrixVersionView, OwnerStanding};
    use lanmu_api::site::DepartmentView;
    use lanmu_domain::column::ColumnKind;
    use lanmu_domain::rule::DutyMode;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn duty(top: &str, owners: &[(i64, Status)]) -> DutyRow {
        DutyRow {
            id: 1,
            annex_row: 1,
            column_id: 1,
            column_path: vec![top.to_owned(), "下级".to_owned()],
            column_kind: ColumnKind::News,
            requirement: String::new(),
            owner_text: String::new(),
            mode: DutyMode::Each,
            owners: owners
                .iter()
                .map(|(department_id, status)| OwnerStanding {
                    department_id: *department_id,
                    status: *status,
                    due: None,
                    last_updated_on: None,
                })
                .collect(),
            status: Status::Fresh,
            due: None,
            last_updated_on: None,
            doubtful: false,
            closed_since: None,
            initials: String::new(),
        }
    }

    fn view(duties: Vec<DutyRow>) -> MatrixView {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        MatrixView {
            version: MatrixVersionView {
                number: 1,
                effective_from: day,
                reason: String::new(),
            },
            today: day,
            departments: (1..=3)
                .map(|id| DepartmentView {
                    id,
                    name: format!("部门{id}"),
                    kind: String::new(),
                    groups: Vec::new(),
                    initials: String::new(),
                })
                .collect(),
            duties,
        }
    }

    #[test]
    fn who_is_most_behind_stands_first_and_who_owes_nothing_is_left_out() {
        let mut closed = duty("政务公开", &[(1, Status::Blank)]);
        closed.closed_since = chrono::NaiveDate::from_ymd_opt(2026, 1, 1);
        let grid = Grid::new(
            &view(vec![
                duty("政务公开", &[(1, Status::Fresh), (2, Status::Overdue)]),
                duty("三农服务", &[(2, Status::Blank)]),
                duty("政务公开", &[(1, Status::DueSoon)]),
                closed,
            ]),
            None,
        );
        assert_eq!(grid.columns, ["政务公开", "三农服务"]);
        let names: Vec<&str> = grid.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["部门2", "部门1"]);
        let first = HeatCell { part: 0, whole: 2 };
        assert_eq!(grid.rows[1].cells, [first, HeatCell::default()]);
        assert_eq!(grid.total(), (2, 4));
    }

    #[test]
    fn others_are_not_shown_to_who_sees_the_own_departments() {
        let duties = vec![duty(
            "政务公开",
            &[(1, Status::Fresh), (2, Status::Overdue)],
        )];
        let grid = Grid::new(&view(duties), Some(&[1]));
        assert_eq!(grid.rows.len(), 1);
        assert_eq!(grid.total(), (0, 1));
    }
}
