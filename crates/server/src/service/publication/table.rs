//! Publications as a table for export.

use chrono::NaiveDate;
use lanmu_api::publication::{DoubtState, PublicationRow};
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// The publications with what is doubtful about them and what a coordinator found; `more` says that
/// there are others.
#[must_use]
pub fn table(
    items: &[PublicationRow],
    state: Option<DoubtState>,
    more: bool,
    today: NaiveDate,
) -> Table {
    let name = match state {
        Some(state) => format!("存疑发布（{}）", state.label()),
        None => "发布记录".to_owned(),
    };
    let mut notes = vec![format!("共 {} 条，截至{}。", items.len(), long_day(today))];
    if more {
        notes.push("符合条件的不止这些，本表只列最近登记的。".to_owned());
    }
    Table {
        title: format!("{name}{today}"),
        columns: vec![
            Column::new("标题", 44),
            Column::new("栏目", 44),
            Column::new("部门", 24),
            Column::new("网址", 40),
            Column::new("发布时间", 18),
            Column::new("审发时间", 18),
            Column::new("登记时间", 18),
            Column::new("登记人", 12),
            Column::new("存疑原因", 40),
            Column::new("核实结果", 12),
            Column::new("核实说明", 40),
            Column::new("核实人", 12),
            Column::new("核实时间", 18),
            Column::new("撤稿时间", 18),
        ],
        rows: items.iter().map(row).collect(),
        notes,
    }
}

fn row(item: &PublicationRow) -> Vec<Cell> {
    let doubts: Vec<&str> = item.doubts.iter().map(|doubt| doubt.label()).collect();
    let verdict = item.verdict.as_ref();
    let state = DoubtState::of(&item.doubts, verdict.map(|found| found.verdict));
    vec![
        Cell::text(&item.title),
        Cell::text(item.column_path.join(" / ")),
        Cell::text(&item.department_name),
        Cell::text(&item.url),
        item.published_at.into(),
        item.released_at.into(),
        item.recorded_at.into(),
        Cell::text(&item.recorded_by),
        Cell::text(doubts.join("；")),
        state.map(DoubtState::label).into(),
        verdict.map(|found| found.note.as_str()).into(),
        verdict.map(|found| found.by.as_str()).into(),
        verdict.map(|found| found.at).into(),
        item.withdrawn_at.into(),
    ]
}
