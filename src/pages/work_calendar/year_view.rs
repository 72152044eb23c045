//! A year at a glance: twelve months, weeks from Monday.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use lanmu_api::work_calendar::WorkCalendarView;
use lanmu_domain::calendar::Mark;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use super::acts::Acts;
use super::day_dialog::{DayDialog, use_day_edit};
use super::day_mark::{is_weekend, mark_class, mark_label, mark_word};
use super::drafts::{Draft, Drafts};
use super::history::History;
use super::save_bar::SaveBar;
use super::summary::Summary;
use crate::date::long_day;
use crate::session::use_session;
use crate::ui::day_focus::{day_id, move_by_key};

/// The year as it would be with what was changed on the page.
#[component]
pub fn YearView(
    /// The year as it is kept.
    view: WorkCalendarView,
    /// What was changed on the page.
    drafts: Drafts,
    /// Shows another year.
    #[prop(into)]
    go: UnsyncCallback<i32>,
    /// Follows when something was saved.
    #[prop(into)]
    changed: UnsyncCallback<()>,
) -> impl IntoView {
    let session = use_session();
    let keeps = session.may(Permission::ManageCalendar);
    let (year, today) = (view.year, view.today);
    let kept = StoredValue::new(Draft::of(&view));
    let draft = Memo::new(move |_| drafts.get(year).unwrap_or_else(|| kept.get_value()));
    let differing = Memo::new(move |_| {
        let before = kept.get_value();
        draft.with(|draft| draft.arrangement.differing_days(&before.arrangement))
    });
    let edit = use_day_edit();
    // The one day that the tab key enters.
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
    let entry = RwSignal::new(if today.year() == year { today } else { first });
    let months = (1..=12)
        .filter_map(|month| NaiveDate::from_ymd_opt(year, month, 1))
        .map(|first| {
            let days = first
                .iter_days()
                .take_while(|day| day.month() == first.month() && day.year() == first.year())
                .map(|day| {
                    let choose = move || {
                        entry.set(day);
                        if keeps {
                            edit.open_on(day, &draft.get_untracked());
                        }
                    };
                    view! {
                        <Day
                            day=day
                            today=today
                            draft=draft
                            differing=differing
                            entry=entry
                            choose=choose
                        />
                    }
                })
                .collect_view();
            let lead = first.weekday().num_days_from_monday() + 1;
            view! {
                <section class="year-month" aria-label=format!("{}月", first.month())>
                    <h3 class="year-month__title">{format!("{}月", first.month())}</h3>
                    <div class="year-month__weekdays" aria-hidden="true">
                        {["一", "二", "三", "四", "五", "六", "日"]
                            .map(|name| view! { <span>{name}</span> })
                            .collect_view()}
                    </div>
                    <div class=format!("year-month__days year-month__days--from-{lead}")>{days}</div>
                </section>
            }
        })
        .collect_view();
    let (changes, statutory) = (view.changes, StoredValue::new(view.statutory));
    view! {
        {keeps
            .then(|| {
                view! { <Acts year=year statutory=statutory kept=kept draft=draft drafts=drafts edit=edit go=go /> }
            })}
        {move || {
            let draft = draft.get();
            view! { <Summary announced=draft.announced arrangement=draft.arrangement /> }
        }}
        <div class="year" class:year--kept=!keeps on:keydown=move_by_key>
            {months}
        </div>
        {keeps
            .then(|| {
                view! {
                    <SaveBar year=year kept=kept draft=draft drafts=drafts changed=changed />
                    <DayDialog year=year edit=edit kept=kept draft=draft drafts=drafts />
                }
            })}
        <History changes=changes />
    }
}

#[component]
fn Day(
    /// The day.
    day: NaiveDate,
    /// The server's day.
    today: NaiveDate,
    /// The year as it would be.
    draft: Memo<Draft>,
    /// The days that are changed and not saved.
    differing: Memo<BTreeSet<NaiveDate>>,
    /// The day that the tab key enters.
    entry: RwSignal<NaiveDate>,
    /// What pressing it does.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let mark = Memo::new(move |_| draft.with(|draft| draft.arrangement.mark(day)));
    let is_changed = Memo::new(move |_| differing.with(|days| days.contains(&day)));
    let label = move || {
        let now = if day == today { "，今天" } else { "" };
        let unsaved = if is_changed.get() {
            "，未保存的修改"
        } else {
            ""
        };
        let mark = mark.with(|mark| mark_label(mark, day));
        format!("{}，{mark}{now}{unsaved}", long_day(day))
    };
    // One text: toggled classes would be lost whenever the mark changes.
    let class = move || {
        let mut class = format!("year-day year-day--{}", mark.with(mark_class));
        for (holds, name) in [
            (is_weekend(day), " year-day--weekend"),
            (day == today, " year-day--today"),
            (is_changed.get(), " year-day--changed"),
        ] {
            if holds {
                class += name;
            }
        }
        class
    };
    let name = move || match mark.get() {
        Mark::Local(name) => Some(name),
        _ => None,
    };
    view! {
        <button
            type="button"
            id=day_id(day)
            class=class
            aria-label=label
            aria-current=(day == today).then_some("date")
            title=name
            tabindex=move || if entry.get() == day { "0" } else { "-1" }
            on:focus=move |_| entry.set(day)
            on:click=move |_| choose()
        >
            <span class="year-day__number" aria-hidden="true">{day.day()}</span>
            <span class="year-day__mark" aria-hidden="true">
                {move || mark.with(mark_word)}
                {move || is_changed.get().then_some("改")}
            </span>
        </button>
    }
}
