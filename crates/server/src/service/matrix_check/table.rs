//! What is open, as a table for export.

use lanmu_api::matrix_check::MatrixCheckView;
use lanmu_domain::matrix_check::GapKind;
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// Those of one kind, or all.
#[must_use]
pub fn table(view: &MatrixCheckView, kind: Option<GapKind>) -> Table {
    let rows: Vec<Vec<Cell>> = view
        .gaps
        .iter()
        .filter(|gap| kind.is_none_or(|kind| gap.kind == kind))
        .map(|gap| {
            vec![
                Cell::text(gap.kind.label()),
                gap.row.map_or(Cell::Empty, |row| Cell::Whole(row.into())),
                Cell::text(gap.column_path.join(" / ")),
                Cell::text(&gap.text),
                Cell::text(&gap.message),
            ]
        })
        .collect();
    let today = view.today;
    let notes = vec![format!("共 {} 项，截至{}。", rows.len(), long_day(today))];
    Table {
        title: format!("责任表核查{today}"),
        columns: vec![
            Column::new("类别", 16),
            Column::new("序号", 6),
            Column::new("栏目", 48),
            Column::new("现有内容", 36),
            Column::new("需要处理的问题", 60),
        ],
        rows,
        notes,
    }
}
