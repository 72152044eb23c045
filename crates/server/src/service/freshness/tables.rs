//! Obligations, rates and the matrix as tables for export.

use chrono::{Days, NaiveDate};
use lanmu_api::history::{PunctualityView, YearView};
use lanmu_api::obligation::{AHEAD_DAYS, ObligationView, loads};
use lanmu_domain::freshness::Status;
use lanmu_domain::text::day::long_day;

use super::Standings;
use crate::export::{Cell, Column, Table};

/// The obligations as the list shows them.
#[must_use]
pub fn obligations_table(items: &[ObligationView], today: NaiveDate) -> Table {
    let rows = items
        .iter()
        .map(|item| {
            vec![
                item.due.into(),
                Cell::text(item.status.label()),
                Cell::text(item.column_path.join(" / ")),
                Cell::text(item.department_names.join("、")),
                Cell::text(item.rule.map_or("", |rule| rule.label())),
                item.last_updated_on.into(),
                Cell::text(&item.arithmetic),
                Cell::text(if item.unannounced {
                    "节假日安排未公布"
                } else {
                    ""
                }),
            ]
        })
        .collect();
    Table {
        title: format!("更新日历{today}"),
        columns: vec![
            Column::new("期限", 12),
            Column::new("状态", 10),
            Column::new("栏目", 48),
            Column::new("责任部门", 30),
            Column::new("更新要求", 14),
            Column::new("上次更新", 12),
            Column::new("说明", 60),
            Column::new("备注", 18),
        ],
        rows,
        notes: vec![format!(
            "共 {} 项，状态截至{}。",
            items.len(),
            long_day(today)
        )],
    }
}

/// How much falls due on each department in the next 30 days.
#[must_use]
pub fn load_table(items: &[ObligationView], today: NaiveDate) -> Table {
    let last = today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(today);
    let days: Vec<NaiveDate> = today.iter_days().take_while(|day| *day <= last).collect();
    let mut loads = loads(items.iter(), today, last);
    loads.sort_by_key(|load| load.department_id);
    let rows = loads
        .into_iter()
        .map(|load| {
            let mut row = vec![Cell::text(load.name), load.late.into(), load.total.into()];
            row.extend(
                days.iter()
                    .map(|day| Cell::from(load.by_day.get(day).copied())),
            );
            row
        })
        .collect();
    let mut columns = vec![
        Column::new("责任部门", 24),
        Column::new("已超期", 8),
        Column::new("三十天合计", 11),
    ];
    let of_day = |day: &NaiveDate| Column::new(day.format("%m-%d").to_string(), 6);
    columns.extend(days.iter().map(of_day));
    Table {
        title: format!("三十天到期事项{today}"),
        columns,
        rows,
        notes: vec![format!(
            "状态截至{}；一项由多个部门共同负责的分别计入各部门。",
            long_day(today)
        )],
    }
}

/// How columns stood over a year: days of each status, and the runs themselves.
#[must_use]
pub fn year_table(view: &YearView) -> Table {
    let rows = view
        .strips
        .iter()
        .map(|strip| {
            let mut row = vec![
                Cell::text(strip.column_path.join(" / ")),
                Cell::text(strip.department_names.join("、")),
            ];
            row.extend(Status::ALL.map(|status| {
                let runs = strip.runs.iter().filter(|run| run.status == status);
                let days = runs.map(|run| (run.to - run.from).num_days() + 1);
                Cell::Whole(days.sum())
            }));
            let told = strip.runs.iter();
            let told = told.map(|run| format!("{}至{} {}", run.from, run.to, run.status.label()));
            row.push(Cell::text(told.collect::<Vec<_>>().join("；")));
            row
        })
        .collect();
    let mut columns = vec![Column::new("栏目", 48), Column::new("责任部门", 30)];
    let of_status = |status: Status| Column::new(format!("{}（天）", status.label()), 10);
    columns.extend(Status::ALL.map(of_status));
    columns.push(Column::new("各时段状态", 80));
    Table {
        title: format!("{}年全年情况", view.year),
        columns,
        rows,
        notes: vec![format!("数据截至{}。", long_day(view.until))],
    }
}

/// The on-time rates, with what was late below where one department was asked for.
#[must_use]
pub fn punctuality_table(view: &PunctualityView) -> Table {
    let (from, to) = (view.from, view.to);
    let mut rows: Vec<Vec<Cell>> = view
        .departments
        .iter()
        .map(|row| {
            vec![
                Cell::text(&row.department_name),
                Cell::text(row.rate()),
                row.obligations.into(),
                row.on_time.into(),
                (row.obligations - row.on_time).into(),
                row.late_days.into(),
                Cell::Empty,
                Cell::Empty,
            ]
        })
        .collect();
    rows.extend(view.late.iter().map(|item| {
        let event = if item.event_title.is_empty() {
            String::new()
        } else {
            format!("（{}）", item.event_title)
        };
        vec![
            Cell::text(format!("{}{event}", item.column_path.join(" / "))),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            item.lateness.days.into(),
            Cell::Day(item.lateness.due),
            item.lateness.settled_on.into(),
        ]
    }));
    Table {
        title: format!("按时率{from}至{to}"),
        columns: vec![
            Column::new("责任部门或者超期事项", 48),
            Column::new("按时率", 10),
            Column::new("责任项数", 10),
            Column::new("按时", 8),
            Column::new("超期", 8),
            Column::new("超期日数", 10),
            Column::new("期限", 12),
            Column::new("完成日期", 12),
        ],
        rows,
        notes: vec![
            "期间内每项责任计一项，其中各触发事件单独计项；期间内没有超期日的为按时。".to_owned(),
            "责任部门中途调整的，各部门只计本部门负责的日期。".to_owned(),
        ],
    }
}

/// The matrix as somebody sees it who may see these departments; all of it for `None`.
#[must_use]
pub fn matrix_table(standings: &Standings, departments: Option<&[i64]>) -> Table {
    let today = standings.today;
    let rows = standings
        .duties
        .iter()
        .map(|standing| {
            let duty = &standing.duty;
            let row = standing.row(departments, today);
            let owners = row.owners.iter();
            let names = owners.map(|owner| standings.department_name(owner.department_id));
            let rules = duty.rules.iter().map(|applied| {
                let rule = applied.in_force(standings.timeline.on(today));
                format!("{}（{}）", rule.label(), applied.source.label())
            });
            vec![
                Cell::Whole(i64::from(row.annex_row)),
                Cell::text(row.column_path.join(" / ")),
                Cell::text(row.column_kind.label()),
                Cell::text(names.collect::<Vec<_>>().join("、")),
                Cell::text(row.mode.label()),
                Cell::text(&row.requirement),
                Cell::text(rules.collect::<Vec<_>>().join("；")),
                Cell::text(row.status.label()),
                row.due.into(),
                row.last_updated_on.into(),
                Cell::text(&duty.remark),
            ]
        })
        .collect();
    Table {
        title: format!("责任矩阵{today}"),
        columns: vec![
            Column::new("序号", 6),
            Column::new("栏目", 48),
            Column::new("类型", 10),
            Column::new("责任部门", 36),
            Column::new("责任方式", 10),
            Column::new("更新要求", 36),
            Column::new("执行的规则", 48),
            Column::new("状态", 10),
            Column::new("期限", 12),
            Column::new("上次更新", 12),
            Column::new("备注", 24),
        ],
        rows,
        notes: vec![format!(
            "共 {} 项责任，状态截至{}。",
            standings.duties.len(),
            long_day(today)
        )],
    }
}
