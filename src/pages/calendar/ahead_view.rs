//! The next 30 days: how much falls due on whom, day by day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use lanmu_api::calendar::CalendarDay;
use lanmu_api::obligation::{Load, ObligationView, ObligationsView, loads};
use lanmu_api::path;
use lanmu_domain::calendar::DayKind;
use leptos::prelude::*;
use leptos_router::components::A;

use super::asked::Asked;
use super::filters::Filters;
use super::load::level;
use crate::api;
use crate::date::{long_day, weekday};
use crate::ui::async_view::AsyncView;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::past_note::PastNote;
use crate::ui::remote::use_remote;

/// Departments by days, with what is already late in front.
#[component]
pub fn AheadView(
    /// Where the filters are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
) -> impl IntoView {
    let loaded =
        use_remote(move || api::calendar::obligations(asked.department.get(), asked.as_of.get()));
    view! {
        <AsyncView remote=loaded let:loaded>
            <Loaded view=loaded filters=filters asked=asked />
        </AsyncView>
    }
}

#[component]
fn Loaded(
    /// Every obligation.
    view: ObligationsView,
    /// Where the filters are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
) -> impl IntoView {
    let (today, past) = (view.today, view.past);
    let last = view.days.last().map_or(today, |day| day.date);
    let items: Vec<ObligationView> = view.items;
    let days = StoredValue::new(view.days);
    let rows =
        Memo::new(move |_| loads(items.iter().filter(|item| asked.admits(item)), today, last));
    let href = Signal::derive(move || {
        let view = [("view", Some("ahead".to_owned()))];
        format!("{}{}", path::OBLIGATIONS_EXPORT, asked.query(&view))
    });
    view! {
        <PastNote day=today past=past state=filters.as_of />
        <div class="filters">
            <p class="calendar-note">
                "每格为当日到期的事项数，一项由多个部门共同负责的分别计入各部门。点按数字查看事项。"
            </p>
            <ExportLinks href=href />
        </div>
        {move || {
            let rows = rows.get();
            if rows.is_empty() {
                view! {
                    <EmptyState
                        title="今后三十天没有到期事项"
                        hint="请更换部门或者其他条件。"
                    />
                }
                    .into_any()
            } else {
                view! { <LoadTable rows=rows days=days.get_value() asked=asked today=today /> }
                    .into_any()
            }
        }}
    }
}

#[component]
fn LoadTable(
    /// The departments, the most loaded first.
    rows: Vec<Load>,
    /// The days.
    days: Vec<CalendarDay>,
    /// What is asked for.
    asked: Asked,
    /// The day of the statuses.
    today: NaiveDate,
) -> impl IntoView {
    let dates: Vec<NaiveDate> = days.iter().map(|day| day.date).collect();
    let mut sums: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for (day, number) in rows.iter().flat_map(|row| &row.by_day) {
        *sums.entry(*day).or_default() += number;
    }
    let highest = rows
        .iter()
        .flat_map(|row| row.by_day.values())
        .max()
        .copied()
        .unwrap_or(1);
    let heads = days
        .into_iter()
        .map(|day| day_head(&day, today))
        .collect_view();
    let body = rows
        .into_iter()
        .map(|row| {
            let department = row.department_id;
            let link = move |from: Option<NaiveDate>, to: NaiveDate| {
                let narrowed = [
                    ("view", Some("list".to_owned())),
                    ("department", Some(department.to_string())),
                    ("from", from.map(|day| day.to_string())),
                    ("to", Some(to.to_string())),
                ];
                let as_of = asked.as_of.get_untracked().map(|day| day.to_string());
                let pairs: Vec<_> = narrowed.into_iter().chain([("as_of", as_of)]).collect();
                format!("/calendar{}", api::query(&pairs))
            };
            let before = today.pred_opt().unwrap_or(today);
            let cells = dates
                .iter()
                .map(|day| {
                    let number = row.by_day.get(day).copied().unwrap_or_default();
                    load_cell(number, highest, link(Some(*day), *day), &row.name, *day)
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row" class="load__name">
                        {row.name.clone()}
                    </th>
                    <td class="load__late">
                        {(row.late > 0)
                            .then(|| {
                                view! {
                                    <A
                                        href=link(None, before)
                                        attr:aria-label=format!("{}：已超期或空白 {} 项", row.name, row.late)
                                    >
                                        {row.late}
                                    </A>
                                }
                            })}
                    </td>
                    <td class="load__total">{row.total}</td>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let foot = dates
        .iter()
        .map(|day| {
            let sum = sums.get(day).copied().unwrap_or_default();
            view! { <td>{(sum > 0).then_some(sum)}</td> }
        })
        .collect_view();
    view! {
        <div class="table-box load-box" tabindex="0" role="region" aria-label="今后三十天各部门到期事项">
            <table class="load">
                <thead>
                    <tr>
                        <th scope="col" class="load__name">
                            "责任部门"
                        </th>
                        <th scope="col">"已超期"</th>
                        <th scope="col">"合计"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" class="load__name">
                            "合计"
                        </th>
                        <td></td>
                        <td></td>
                        {foot}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn day_head(day: &CalendarDay, today: NaiveDate) -> impl IntoView + use<> {
    let date = day.date;
    let mark = match day.kind {
        DayKind::Holiday => "休",
        DayKind::MakeUp => "班",
        DayKind::Work | DayKind::Weekend => "",
    };
    let first = date.day() == 1 || date == today;
    view! {
        <th
            scope="col"
            class="load__day"
            class:load__day--off=!day.kind.is_working()
            class:load__day--today=date == today
            aria-label=long_day(date)
        >
            <span class="load__month">{first.then(|| format!("{}月", date.month()))}</span>
            <span>{date.day()}</span>
            <span class="load__weekday">
                {if mark.is_empty() { weekday(date) } else { mark }}
            </span>
        </th>
    }
}

fn load_cell(
    number: usize,
    highest: usize,
    href: String,
    department: &str,
    day: NaiveDate,
) -> impl IntoView + use<> {
    let label = format!("{department}，{}：到期 {number} 项", long_day(day));
    view! {
        <td class=format!("load__cell load__cell--{}", level(number, highest))>
            {(number > 0).then(|| view! { <A href=href attr:aria-label=label>{number}</A> })}
        </td>
    }
}
