//! Emergency releases as a table for export.

use chrono::NaiveDate;
use lanmu_api::emergency::{EmergencyRow, EmergencyShareView};
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// The releases, with the figure of the period; `more` says that there are others.
#[must_use]
pub fn table(
    items: &[EmergencyRow],
    share: &EmergencyShareView,
    more: bool,
    today: NaiveDate,
) -> Table {
    let mut notes = vec![
        format!("共 {} 条，截至{}。", items.len(), long_day(today)),
        format!(
            "{}至{}：紧急发布 {} 件，全部审发（含紧急发布）{} 件，占 {}%。",
            long_day(share.from),
            long_day(share.to),
            share.all.emergencies,
            share.all.releases,
            share.all.per_cent()
        ),
    ];
    if more {
        notes.push("符合条件的不止这些，本表只列最近的。".to_owned());
    }
    Table {
        title: format!("紧急发布{today}"),
        columns: vec![
            Column::new("标题", 44),
            Column::new("栏目", 44),
            Column::new("部门", 24),
            Column::new("签发人", 12),
            Column::new("紧急发布时间", 18),
            Column::new("理由", 40),
            Column::new("事后审核期限", 18),
            Column::new("状态", 14),
            Column::new("事后审核人", 12),
            Column::new("事后审核时间", 18),
            Column::new("审核意见", 40),
        ],
        rows: items.iter().map(row).collect(),
        notes,
    }
}

fn row(item: &EmergencyRow) -> Vec<Cell> {
    let review = item.review.as_ref();
    vec![
        Cell::text(&item.title),
        Cell::text(item.column_path.join(" / ")),
        Cell::text(&item.department_name),
        Cell::text(&item.by),
        item.at.into(),
        Cell::text(&item.reason),
        item.due.into(),
        Cell::text(item.status.label()),
        review.map(|review| review.by.as_str()).into(),
        review.map(|review| review.at).into(),
        review.map(|review| review.opinion.as_str()).into(),
    ]
}
