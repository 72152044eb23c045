//! A day of the month.

use chrono::{Datelike, NaiveDate};
use lanmu_api::calendar::CalendarDay;
use lanmu_domain::calendar::DayKind;
use leptos::prelude::*;

use super::items::counts;
use super::month_view::ByDay;
use crate::date::long_day;
use crate::ui::badge::{status_class, status_shape};
use crate::ui::day_focus::day_id;

/// A button with the number of the day, its mark and how much falls due.
#[component]
pub fn DayCell(
    /// The day.
    day: CalendarDay,
    /// The server's day.
    today: NaiveDate,
    /// Whether it belongs to the month before or after.
    outside: bool,
    /// The items of each day.
    by_day: Memo<ByDay>,
    /// The day chosen.
    chosen: Memo<Option<NaiveDate>>,
    /// The day that the tab key enters.
    entry: Memo<NaiveDate>,
    /// Chooses a day.
    #[prop(into)]
    choose: UnsyncCallback<NaiveDate>,
) -> impl IntoView {
    let date = day.date;
    let is_today = date == today;
    let numbers = Memo::new(move |_| {
        by_day.with(|days| {
            days.get(&date)
                .map(|items| counts(items.iter()))
                .unwrap_or_default()
        })
    });
    let label = move || {
        let due: Vec<String> = numbers
            .get()
            .iter()
            .map(|(status, number)| format!("{} {number} 项", status.label()))
            .collect();
        let kind = match day.kind {
            DayKind::Work => "",
            DayKind::MakeUp => "，调休上班",
            DayKind::Weekend => "，周末",
            DayKind::Holiday => "，节假日",
        };
        let now = if is_today { "，今天" } else { "" };
        let due = if due.is_empty() {
            "没有到期事项".to_owned()
        } else {
            due.join("，")
        };
        format!("{}{kind}{now}：{due}", long_day(date))
    };
    let mark = match day.kind {
        DayKind::Holiday => Some(("day-mark day-mark--off", "休")),
        DayKind::MakeUp => Some(("day-mark day-mark--work", "班")),
        DayKind::Work | DayKind::Weekend => None,
    };
    let shapes = move || {
        numbers
            .get()
            .into_iter()
            .map(|(status, number)| {
                view! {
                    <span class=format!("day__count day__count--{}", status_class(status))>
                        <span class="day__shape">{status_shape(status)}</span>
                        {number}
                    </span>
                }
            })
            .collect_view()
    };
    view! {
        <div
            role="gridcell"
            class="month__cell"
            aria-selected=move || (chosen.get() == Some(date)).to_string()
        >
            <button
                type="button"
                id=day_id(date)
                class="day"
                class:day--outside=outside
                class:day--off=!day.kind.is_working()
                class:day--today=is_today
                class:day--chosen=move || entry.get() == date
                aria-label=label
                aria-current=is_today.then_some("date")
                tabindex=move || if entry.get() == date { "0" } else { "-1" }
                on:click=move |_| choose.run(date)
            >
                <span class="day__head" aria-hidden="true">
                    <span class="day__number">{date.day()}</span>
                    {mark.map(|(class, words)| view! { <span class=class>{words}</span> })}
                    {is_today.then(|| view! { <span class="day__today">"今天"</span> })}
                </span>
                <span class="day__counts" aria-hidden="true">
                    {shapes}
                </span>
            </button>
        </div>
    }
}
