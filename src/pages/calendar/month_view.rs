//! The calendar as a month, weeks from Monday.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use lanmu_api::calendar::CalendarView;
use lanmu_api::obligation::ObligationView;
use lanmu_api::path;
use leptos::prelude::*;

use super::asked::Asked;
use super::day_cell::DayCell;
use super::day_panel::DayPanel;
use super::filters::Filters;
use super::legend::Legend;
use crate::api;
use crate::month::Month;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::day_focus::move_by_key;
use crate::ui::export_links::ExportLinks;
use crate::ui::past_note::PastNote;
use crate::ui::remote::use_remote;
use crate::ui::status_counts::StatusCounts;

/// The items of each day.
pub type ByDay = Arc<HashMap<NaiveDate, Vec<ObligationView>>>;

/// The month with the items of the chosen day below or beside it.
#[component]
pub fn MonthView(
    /// Where the filters are kept.
    filters: Filters,
    /// The server's day.
    today: Memo<NaiveDate>,
    /// What is asked for.
    asked: Asked,
) -> impl IntoView {
    let month = Memo::new(move |_| filters.month_shown(today.get()));
    let loaded = use_remote(move || {
        api::calendar::calendar(
            month.get().span(),
            asked.department.get(),
            asked.as_of.get(),
        )
    });
    let go = move |month: Month| {
        filters.day.set("");
        let current = month == Month::of(today.get_untracked());
        filters
            .month
            .set(if current { String::new() } else { month.key() });
    };
    view! {
        <div class="month-bar">
            <h2 class="month-bar__title" aria-live="polite">
                {move || month.get().label()}
            </h2>
            <Button on_press=move |()| go(month.get_untracked().plus(-1))>"上月"</Button>
            <Button on_press=move |()| go(Month::of(today.get_untracked()))>"本月"</Button>
            <Button on_press=move |()| go(month.get_untracked().plus(1))>"下月"</Button>
        </div>
        <AsyncView remote=loaded let:view>
            <Loaded view=view filters=filters month=month asked=asked />
        </AsyncView>
    }
}

#[component]
fn Loaded(
    /// What falls due.
    view: CalendarView,
    /// Where the filters are kept.
    filters: Filters,
    /// The month shown.
    month: Memo<Month>,
    /// What is asked for.
    asked: Asked,
) -> impl IntoView {
    let today = view.today;
    // While the next month is fetched this one stays.
    let shown = view
        .days
        .get(view.days.len() / 2)
        .map_or_else(|| month.get_untracked(), |day| Month::of(day.date));
    let (from, to) = shown.span();
    let totals = view.totals;
    let count = move |status| {
        let of_status = totals.iter().find(|total| total.status == status);
        of_status.map_or(0, |total| total.count)
    };
    let unannounced = view.days.iter().any(|day| !day.announced);
    let all = view.entries;
    let past = asked.as_of.get_untracked() == Some(today);
    let href = Signal::derive(move || {
        let span = [
            ("from", Some(from.to_string())),
            ("to", Some(to.to_string())),
        ];
        format!("{}{}", path::OBLIGATIONS_EXPORT, asked.query(&span))
    });
    let by_day: Memo<ByDay> = Memo::new(move |_| {
        let mut days: HashMap<NaiveDate, Vec<ObligationView>> = HashMap::new();
        for item in all.iter().filter(|item| asked.admits(item)) {
            if let Some(due) = item.due {
                days.entry(due).or_default().push(item.clone());
            }
        }
        Arc::new(days)
    });
    let chosen = Memo::new(move |_| filters.day_shown());
    // The one day that the tab key enters.
    let entry = Memo::new(move |_| {
        chosen
            .get()
            .filter(|day| (from..=to).contains(day))
            .or_else(|| shown.contains(today).then_some(today))
            .unwrap_or_else(|| shown.first_day())
    });
    let weeks = view
        .days
        .chunks(7)
        .map(|week| {
            let cells = week
                .iter()
                .map(|day| {
                    let outside = !shown.contains(day.date);
                    view! {
                        <DayCell
                            day=day.clone()
                            today=today
                            outside=outside
                            by_day=by_day
                            chosen=chosen
                            entry=entry
                            choose=move |day: NaiveDate| filters.day.set(day.to_string())
                        />
                    }
                })
                .collect_view();
            view! {
                <div role="row" class="month__week">
                    {cells}
                </div>
            }
        })
        .collect_view();
    view! {
        <PastNote day=today past=past state=filters.as_of />
        <StatusCounts count=count state=filters.status />
        <ExportLinks href=href />
        <div class="calendar">
            <div class="calendar__month">
                <div class="month" role="grid" aria-label=shown.label() on:keydown=move_by_key>
                    <div role="row" class="month__week month__week--head">
                        {["一", "二", "三", "四", "五", "六", "日"]
                            .map(|name| {
                                view! {
                                    <div role="columnheader" class="month__weekday">
                                        <span class="visually-hidden">"周"</span>
                                        {name}
                                    </div>
                                }
                            })
                            .collect_view()}
                    </div>
                    {weeks}
                </div>
                {unannounced
                    .then(|| {
                        view! {
                            <p class="calendar-note calendar-note--warning">
                                "部分日期的节假日安排未公布，暂按周末和法定节日计算，公布后期限可能调整。"
                            </p>
                        }
                    })}
                <Legend days=true />
            </div>
            <DayPanel day=entry by_day=by_day today=today />
        </div>
    }
}
