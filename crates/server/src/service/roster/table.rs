//! The overview as a table for export; numbers are masked.

use std::collections::HashMap;

use lanmu_api::roster::{RosterRow, RostersView};
use lanmu_domain::role::Role;
use lanmu_domain::roster::{DocumentKind, HandInStatus, Listed, RosterRole};
use lanmu_domain::text::day::long_day;

use crate::export::{Cell, Column, Table};

/// One row for each department.
#[must_use]
pub fn table(view: &RostersView, lines: &HashMap<i64, Vec<Listed>>) -> Table {
    let rows: Vec<Vec<Cell>> = view
        .rows
        .iter()
        .map(|row| {
            let own = lines.get(&row.department_id);
            cells(row, own.map(Vec::as_slice).unwrap_or_default())
        })
        .collect();
    let mut notes = vec![
        format!("共 {} 个部门，截至{}。", rows.len(), long_day(view.today)),
        "联系方式已作遮挡；完整号码请在平台查看，查看记录进入台账。".to_owned(),
    ];
    if let Some(collection) = &view.collection {
        notes.push(format!("报送情况对应“{}”。", collection.title));
    }
    Table {
        title: format!("工作机构一览{}", view.today),
        columns: vec![
            Column::new("部门", 24),
            Column::new("分管领导", 36),
            Column::new("具体负责工作人员", 48),
            Column::new("联系方式齐全", 14),
            Column::new("报送情况", 12),
            Column::new("盖章扫描件", 12),
            Column::new("三审制度", 10),
            Column::new("值班表", 10),
            Column::new("岗位空缺", 28),
        ],
        rows,
        notes,
    }
}

fn cells(row: &RosterRow, lines: &[Listed]) -> Vec<Cell> {
    let people = |role: RosterRole| {
        let of_role = lines.iter().filter(|line| line.role == role);
        Cell::text(of_role.map(words).collect::<Vec<_>>().join("；"))
    };
    let is_there = |there: bool| Cell::from(if there { "有" } else { "无" });
    let vacant: Vec<&str> = row.vacant.iter().map(|role: &Role| role.label()).collect();
    vec![
        Cell::text(&row.department_name),
        people(RosterRole::Leader),
        people(RosterRole::Staff),
        Cell::from(if row.complete { "是" } else { "否" }),
        row.handed_in.map(HandInStatus::label).into(),
        is_there(row.sealed),
        is_there(row.documents.contains(&DocumentKind::ReviewRules)),
        is_there(row.documents.contains(&DocumentKind::DutyList)),
        Cell::text(vacant.join("、")),
    ]
}

/// `姓名　职务　0812-555****　138****0000`.
fn words(line: &Listed) -> String {
    let masked = line.clone().masked();
    let parts = [masked.name, masked.post, masked.office_phone, masked.mobile];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("　")
}
