//! 按时率 over the last months.

use chrono::Datelike;
use lanmu_api::history::{DepartmentPunctuality, PunctualityMonths};
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::overview::punctuality_months;
use crate::date::month;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable};
use crate::ui::empty_state::EmptyState;
use crate::ui::plot::{Figure, Line, lines};
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::{UrlState, use_url_state};

/// So many months, this one included.
const MONTHS: u32 = 6;

/// The county and a department, or the own departments; the choice of a department is in the
/// address.
#[component]
pub fn Months() -> impl IntoView {
    let session = use_session();
    let state = use_url_state("department");
    let months = use_remote(|| punctuality_months(MONTHS));
    view! {
        <AsyncView remote=months let:view>
            <Shown view=view state=state county=session.may(Permission::ViewWholeMatrix) />
        </AsyncView>
    }
}

#[component]
fn Shown(
    /// The answer.
    view: PunctualityMonths,
    /// Which department stands beside the whole.
    state: UrlState,
    /// Whether the whole is the county.
    county: bool,
) -> impl IntoView {
    let departments = departments(&view);
    if departments.is_empty() {
        return view! { <EmptyState title="这几个月没有计时的责任" /> }.into_any();
    }
    let several = departments.len() > 1;
    let mut choices = vec![Choice::new("", "不比较")];
    choices.extend(departments.iter().map(|(id, name)| Choice::new(id, name)));
    let view = StoredValue::new(view);
    let whole = match departments.as_slice() {
        [(_, only)] => only.clone(),
        _ if county => "全县".to_owned(),
        _ => "合计".to_owned(),
    };
    let names = StoredValue::new(departments);
    let drawn = move || {
        let chosen = state.number().filter(|_| several);
        let chosen = chosen.and_then(|id| names.with_value(|all| named(all, id)));
        view.with_value(|view| figure(view, &whole, chosen))
    };
    view! {
        <div class="overview__months">
            {several
                .then(|| {
                    view! {
                        <div class="filters">
                            <Select
                                id="overview-department"
                                label="按时率比较部门"
                                choices=choices
                                value=state.text
                                on_change=move |id| state.set(id)
                            />
                        </div>
                    }
                })}
            {drawn}
        </div>
    }
    .into_any()
}

fn figure(view: &PunctualityMonths, whole: &str, chosen: Option<(i64, String)>) -> AnyView {
    let labels: Vec<String> = view.months.iter().map(|of| month(of.from)).collect();
    let of_whole = |row: Option<DepartmentPunctuality>| row.as_ref().map(|row| row.per_mille());
    let mut drawn = vec![Line {
        name: whole.to_owned(),
        points: view.months.iter().map(|of| of_whole(of.whole())).collect(),
    }];
    if let Some((id, name)) = chosen {
        let rate = |rows: &[DepartmentPunctuality]| {
            let row = rows.iter().find(|row| row.department_id == id)?;
            Some(row.per_mille())
        };
        drawn.push(Line {
            name,
            points: view.months.iter().map(|of| rate(&of.departments)).collect(),
        });
    }
    let last = drawn[0].points.iter().rev().find_map(|point| *point);
    let summary = match last {
        Some(rate) => format!(
            "{whole}本月至今按时率 {}.{}%。每月内没有超期日的责任为按时。",
            rate / 10,
            rate % 10
        ),
        None => "近几个月没有计时的责任。".to_owned(),
    };
    let legend = drawn
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let text = format!("{} {}", Line::shape(number), line.name);
            view! { <li class=format!("plot__series--{number}")>{text}</li> }
        })
        .collect_view();
    let legend = view! { <ul aria-label="图例">{legend}</ul> }.into_any();
    let table = table(&labels, &drawn);
    view! {
        <Figure
            id="plot-months"
            title="按时率变化"
            summary=summary
            drawings=lines(&below(view), &drawn)
            legend=legend
            table=table
        />
    }
    .into_any()
}

/// The months, and the year where it begins: there is no room for it at each.
fn below(view: &PunctualityMonths) -> Vec<(String, String)> {
    let mut known = None;
    view.months
        .iter()
        .map(|of| {
            let year = of.from.year();
            let said = known.replace(year) != Some(year);
            let year = said.then(|| format!("{year}年"));
            (format!("{}月", of.from.month()), year.unwrap_or_default())
        })
        .collect()
}

fn table(labels: &[String], lines: &[Line]) -> AnyView {
    type Month = (String, Vec<Option<u32>>);
    let rows: Vec<Month> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let rates = lines.iter().map(|line| line.points[index]);
            (label.clone(), rates.collect())
        })
        .collect();
    let mut columns =
        vec![Column::new("month", "月份", |(label, _): &Month| label.clone()).names()];
    columns.extend(lines.iter().enumerate().map(|(index, line)| {
        let rate = move |(_, rates): &Month| {
            rates[index].map_or("—".to_owned(), |rate| {
                format!("{}.{}%", rate / 10, rate % 10)
            })
        };
        Column::new(format!("line{index}"), line.name.clone(), rate)
            .number()
            .fixed()
    }));
    view! {
        <DataTable
            name="overview-months"
            label="按时率变化"
            columns=columns
            rows=Signal::stored(rows)
            empty="这几个月没有计时的责任"
        />
    }
    .into_any()
}

/// Every department that owed something, once.
fn departments(view: &PunctualityMonths) -> Vec<(i64, String)> {
    let mut all: Vec<(i64, String)> = Vec::new();
    for row in view.months.iter().flat_map(|of| &of.departments) {
        if named(&all, row.department_id).is_none() {
            all.push((row.department_id, row.department_name.clone()));
        }
    }
    all
}

fn named(all: &[(i64, String)], id: i64) -> Option<(i64, String)> {
    all.iter().find(|(known, _)| *known == id).cloned()
}
