//! Trigger events as a table for export: a row for each obligation.

use chrono::NaiveDate;
use lanmu_api::event::{EventObligation, EventRow};
use lanmu_api::page::Page;
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// The events with what they ask of whom; an event that asks nothing of anybody has a row too.
#[must_use]
pub fn table(page: &Page<EventRow>, today: NaiveDate) -> Table {
    let mut rows = Vec::new();
    for event in &page.items {
        if event.obligations.is_empty() {
            rows.push(row(event, None));
        }
        rows.extend(
            event
                .obligations
                .iter()
                .map(|asked| row(event, Some(asked))),
        );
    }
    let mut notes = vec![format!(
        "共 {} 件触发事件，状态截至{}。",
        page.items.len(),
        long_day(today)
    )];
    if page.meta.next.is_some() {
        notes.push(format!(
            "符合条件的共 {} 件，本表只列最近的 {} 件；如需其余，请按发生日期分段导出。",
            page.meta.total,
            page.items.len()
        ));
    }
    Table {
        title: format!("触发事件{today}"),
        columns: vec![
            Column::new("发生日期", 12),
            Column::new("类型", 12),
            Column::new("标题", 44),
            Column::new("文号", 24),
            Column::new("事件状态", 10),
            Column::new("栏目", 44),
            Column::new("责任部门", 30),
            Column::new("期限", 12),
            Column::new("更新情况", 12),
            Column::new("超期天数", 10),
            Column::new("更新日期", 12),
            Column::new("更新内容", 40),
            Column::new("网址", 40),
            Column::new("说明", 60),
            Column::new("登记日期", 12),
            Column::new("登记人", 12),
            Column::new("取消原因", 30),
        ],
        rows,
        notes,
    }
}

fn row(of: &EventRow, asked: Option<&EventObligation>) -> Vec<Cell> {
    let event = &of.event;
    let answer = asked.and_then(|asked| asked.answer.as_ref());
    let cancelled = of.cancelled.as_ref();
    vec![
        event.occurred_on.into(),
        event.trigger.label().into(),
        Cell::text(&event.title),
        Cell::text(&event.document_number),
        of.state.label().into(),
        asked.map(|asked| asked.column_path.join(" / ")).into(),
        asked.map(|asked| asked.department_names.join("、")).into(),
        asked.and_then(|asked| asked.due).into(),
        asked.map(|asked| asked.status.label()).into(),
        asked.map(|asked| asked.days_late).into(),
        answer.map(|answer| answer.on).into(),
        answer.map(|answer| answer.title.as_str()).into(),
        answer.map(|answer| answer.url.as_str()).into(),
        asked.map(|asked| asked.arithmetic.as_str()).into(),
        event.registered_on.into(),
        Cell::text(&of.registered_by),
        cancelled.map(|cancelled| cancelled.reason.as_str()).into(),
    ]
}
