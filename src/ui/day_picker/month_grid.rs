//! A month from which a day is chosen.

use chrono::{Datelike, NaiveDate};
use lanmu_api::work_calendar::WorkCalendarView;
use lanmu_domain::calendar::{DayKind, WorkCalendar};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::steps::step;
use crate::api;
use crate::date::{long_day, weekday};
use crate::month::Month;
use crate::ui::button::{Button, Look};
use crate::ui::focus::focus;
use crate::ui::remote::use_remote;

/// The month: one day can be reached by the tab key, keys go from there. Days off and make-up days
/// are marked 休 and 班 once the working calendar of the year has come.
#[component]
pub fn MonthGrid(
    /// The day that is kept.
    chosen: Option<NaiveDate>,
    /// The server's day.
    today: NaiveDate,
    /// The first and the last day that can be chosen.
    bounds: (Option<NaiveDate>, Option<NaiveDate>),
    /// A day was chosen.
    #[prop(into)]
    on_choose: UnsyncCallback<NaiveDate>,
) -> impl IntoView {
    let (min, max) = bounds;
    let fits =
        move |day: NaiveDate| min.is_none_or(|min| day >= min) && max.is_none_or(|max| day <= max);
    let within = move |day: NaiveDate| {
        let day = max.map_or(day, |max| day.min(max));
        min.map_or(day, |min| day.max(min))
    };
    let focused = RwSignal::new(within(chosen.unwrap_or(today)));
    let month = Memo::new(move |_| Month::of(focused.get()));
    let year = Memo::new(move |_| month.get().first_day().year());
    let kept = use_remote(move || api::work_calendar::year(year.get()));
    let calendar = Memo::new(move |_| kept.get().and_then(Result::ok).map(calendar_of));
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let day = focused.get_untracked();
        if let Some(next) = step(day, &event.key(), event.shift_key()) {
            event.prevent_default();
            focused.set(within(next));
        } else if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            on_choose.run(day);
        }
    };
    // The day that keys lead to has the focus, from the start.
    Effect::new(move |_| {
        let id = cell_id(focused.get());
        request_animation_frame(move || focus(&id));
    });
    let turn = move |months: i32| {
        let first = month.get_untracked().plus(months).first_day();
        focused.set(within(first));
    };
    let weeks = move || {
        let month = month.get();
        let (from, to) = month.span();
        let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= to).collect();
        days.chunks(7)
            .map(|week| {
                let cells = week
                    .iter()
                    .map(|day| {
                        let day = *day;
                        let kind = move || {
                            calendar.with(|of| of.as_ref().map(|of| of.day_kind(day)))
                        };
                        let kind = Memo::new(move |_| kind());
                        let label = move || {
                            let now = if day == today { "，今天" } else { "" };
                            format!("{}{}{now}", long_day(day), kind_words(kind.get()))
                        };
                        view! {
                            <td role="gridcell" class="day-picker__cell" aria-selected=(chosen == Some(day)).to_string()>
                                <button
                                    type="button"
                                    class="day-picker__choice"
                                    class:day-picker__choice--outside=!month.contains(day)
                                    class:day-picker__choice--off=move || {
                                        kind.get().map_or(weekday_off(day), |kind| !kind.is_working())
                                    }
                                    class:day-picker__choice--chosen=chosen == Some(day)
                                    id=cell_id(day)
                                    tabindex=move || if focused.get() == day { "0" } else { "-1" }
                                    aria-label=label
                                    aria-current=(day == today).then_some("date")
                                    disabled=!fits(day)
                                    on:click=move |_| on_choose.run(day)
                                >
                                    {day.day()}
                                    <span class="day-picker__mark" aria-hidden="true">
                                        {move || mark(kind.get())}
                                    </span>
                                </button>
                            </td>
                        }
                    })
                    .collect_view();
                view! { <tr role="row">{cells}</tr> }
            })
            .collect_view()
    };
    let heads = Month::of(today)
        .span()
        .0
        .iter_days()
        .take(7)
        .map(|day| view! { <th scope="col" class="day-picker__weekday">{weekday(day)}</th> })
        .collect_view();
    view! {
        <div class="day-picker__head">
            <button type="button" class="day-picker__turn" aria-label="上个月" on:click=move |_| turn(-1)>
                "‹"
            </button>
            <p class="day-picker__month" aria-live="polite">{move || month.get().label()}</p>
            <button type="button" class="day-picker__turn" aria-label="下个月" on:click=move |_| turn(1)>
                "›"
            </button>
            <Button look=Look::Quiet on_press=move |()| focused.set(within(today))>
                "今天"
            </Button>
        </div>
        <table class="day-picker__grid" role="grid" aria-label=move || month.get().label() on:keydown=on_key>
            <thead>
                <tr role="row">{heads}</tr>
            </thead>
            <tbody>{weeks}</tbody>
        </table>
    }
}

/// The id of a day's button.
fn cell_id(day: NaiveDate) -> String {
    format!("day-picker-{day}")
}

fn calendar_of(view: WorkCalendarView) -> WorkCalendar {
    let mut calendar = WorkCalendar::default();
    calendar.set_year(view.year, view.announced, view.arrangement);
    calendar
}

fn weekday_off(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() >= 5
}

const fn mark(kind: Option<DayKind>) -> &'static str {
    match kind {
        Some(DayKind::Holiday) => "休",
        Some(DayKind::MakeUp) => "班",
        Some(DayKind::Work | DayKind::Weekend) | None => "",
    }
}

const fn kind_words(kind: Option<DayKind>) -> &'static str {
    match kind {
        Some(DayKind::Holiday) => "，节假日",
        Some(DayKind::MakeUp) => "，调休上班",
        Some(DayKind::Weekend) => "，周末",
        Some(DayKind::Work) | None => "",
    }
}
