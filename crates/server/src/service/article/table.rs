//! Items as a table for export.

use chrono::NaiveDate;
use lanmu_api::article::ArticleRow;
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// The items; `more` says that there are others.
#[must_use]
pub fn table(items: &[ArticleRow], more: bool, today: NaiveDate) -> Table {
    let mut notes = vec![format!("共 {} 篇，截至{}。", items.len(), long_day(today))];
    if more {
        notes.push("符合条件的不止这些，本表只列最近的。".to_owned());
    }
    Table {
        title: format!("稿件{today}"),
        columns: vec![
            Column::new("标题", 44),
            Column::new("栏目", 44),
            Column::new("部门", 24),
            Column::new("状态", 10),
            Column::new("自何时起", 18),
            Column::new("公开属性", 12),
            Column::new("评估审查期限", 14),
            Column::new("退回次数", 10),
            Column::new("紧急发布", 10),
            Column::new("起草人", 12),
        ],
        rows: items.iter().map(row).collect(),
        notes,
    }
}

fn row(item: &ArticleRow) -> Vec<Cell> {
    vec![
        Cell::text(&item.title),
        Cell::text(item.column_path.join(" / ")),
        Cell::text(&item.department_name),
        Cell::text(item.state.label()),
        item.since.into(),
        item.attribute.map(PublicAttribute::label).into(),
        item.assess_by.into(),
        i64::from(item.returns).into(),
        item.emergency.then_some("是").into(),
        Cell::text(&item.created_by),
    ]
}
