//! The terms as a table for export.

use chrono::NaiveDate;
use lanmu_api::secrecy::TermsView;
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// The terms that count, and the link domains below them.
#[must_use]
pub fn table(view: &TermsView, today: NaiveDate) -> Table {
    let rows = view.terms.iter().map(|kept| {
        vec![
            Cell::text(&kept.term.wrong),
            kept.term.right.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::text(&kept.term.category),
            Cell::text(&kept.term.note),
            Cell::text(&kept.changed_by),
            Cell::Moment(kept.changed_at),
        ]
    });
    let domains: Vec<&str> = view
        .domains
        .iter()
        .map(|kept| kept.domain.as_str())
        .collect();
    let mut notes = vec![format!(
        "共 {} 条用语，截至{}。",
        view.terms.len(),
        long_day(today)
    )];
    if !domains.is_empty() {
        notes.push(format!("允许链接的域名：{}。", domains.join("、")));
    }
    Table {
        title: format!("用语库{today}"),
        columns: vec![
            Column::new("错误用语", 30),
            Column::new("正确用语", 30),
            Column::new("类别", 16),
            Column::new("说明", 40),
            Column::new("修改人", 12),
            Column::new("修改时间", 20),
        ],
        rows: rows.collect(),
        notes,
    }
}
