//! 按时率: who kept the dates in a period.

use chrono::{Datelike, NaiveDate};
use lanmu_api::history::{DepartmentPunctuality, LateItem, PunctualityView as View};
use lanmu_api::path;
use leptos::prelude::*;
use leptos_router::components::A;

use super::asked::Asked;
use super::filters::Filters;
use crate::api;
use crate::date::plain_day;
use crate::ui::async_view::AsyncView;
use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::day_field::DayField;
use crate::ui::duty_link::duty_href;
use crate::ui::empty_state::EmptyState;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;

/// The table of departments, with what was late where one is chosen.
#[component]
pub fn PunctualityView(
    /// Where the filters are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
    /// The server's day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    // This year so far, unless days are chosen.
    let span = Memo::new(move |_| {
        let (from, to) = asked.filter.with(|filter| (filter.from, filter.to));
        let to = to.unwrap_or_else(|| today.get());
        let from = from.unwrap_or_else(|| NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to));
        (from, to)
    });
    let loaded = use_remote(move || api::calendar::punctuality(span.get(), asked.department.get()));
    let max = Signal::derive(move || today.get().to_string());
    let href = Signal::derive(move || {
        let (from, to) = span.get();
        let query = api::query(&[
            ("from", Some(from.to_string())),
            ("to", Some(to.to_string())),
            (
                "department_id",
                asked.department.get().map(|id| id.to_string()),
            ),
        ]);
        format!("{}{query}", path::PUNCTUALITY_EXPORT)
    });
    view! {
        <div class="filters">
            <DayField id="punctuality-from" label="从" state=filters.from max=max />
            <DayField id="punctuality-to" label="到" state=filters.to max=max />
        </div>
        <p class="calendar-note">
            "期间内每项责任计一项，其中各触发事件单独计项；期间内没有超期日的为按时。责任部门中途调整的，各部门只计本部门负责的日期。到期后第 2 日完成的，计超期 2 日。"
        </p>
        <AsyncView remote=loaded let:view>
            <Loaded view=view filters=filters asked=asked href=href />
        </AsyncView>
    }
}

#[component]
fn Loaded(
    /// The answer.
    view: View,
    /// Where the filters are kept.
    filters: Filters,
    /// What they ask for.
    asked: Asked,
    /// The same as a file.
    href: Signal<String>,
) -> impl IntoView {
    if view.departments.is_empty() {
        return view! {
            <EmptyState title="这段时间没有计时的责任" hint="请更换起止日期或者部门。" />
        }
        .into_any();
    }
    let caption = format!("{}至{}", plain_day(view.from), plain_day(view.to));
    let one = asked.department.get_untracked().is_some();
    let all = StoredValue::new(view.departments);
    let rows = Signal::derive(move || {
        let words = filters.words.get();
        let named = |name: &str| words.split_whitespace().all(|word| name.contains(word));
        let mut rows = all.get_value();
        rows.retain(|row| named(&row.department_name));
        rows
    });
    let sort = use_url_state("sort");
    view! {
        <div class="punctuality">
            <DataTable
                name="punctuality"
                label="各部门按时率"
                caption=caption
                columns=columns(filters)
                rows=rows
                sort=sort
                unit="个部门"
                export=href
                empty="没有符合条件的部门"
            />
        </div>
        {one.then(|| view! { <Late late=view.late /> })}
    }
    .into_any()
}

fn columns(filters: Filters) -> Vec<Column<DepartmentPunctuality>> {
    vec![
        Column::new(
            "department",
            "责任部门",
            move |row: &DepartmentPunctuality| {
                let id = row.department_id.to_string();
                view! {
                    <button
                        type="button"
                        class="link-button"
                        on:click=move |_| filters.department.set(id.clone())
                    >
                        {row.department_name.clone()}
                    </button>
                }
            },
        )
        .names()
        .sorted_by(|a, b| by_words(&a.department_name, &b.department_name)),
        Column::new("rate", "按时率", rate).sorted_by(|a, b| a.per_mille().cmp(&b.per_mille())),
        Column::new(
            "obligations",
            "责任项数",
            |row: &DepartmentPunctuality| row.obligations,
        )
        .number()
        .sorted_by(|a, b| a.obligations.cmp(&b.obligations)),
        Column::new("on_time", "按时", |row: &DepartmentPunctuality| {
            row.on_time
        })
        .number()
        .sorted_by(|a, b| a.on_time.cmp(&b.on_time)),
        Column::new("late", "超期", late)
            .number()
            .sorted_by(|a, b| late(a).cmp(&late(b))),
        Column::new(
            "late_days",
            "超期日数",
            |row: &DepartmentPunctuality| row.late_days,
        )
        .number()
        .sorted_by(|a, b| a.late_days.cmp(&b.late_days)),
    ]
}

fn late(row: &DepartmentPunctuality) -> u32 {
    row.obligations.saturating_sub(row.on_time)
}

fn rate(row: &DepartmentPunctuality) -> impl IntoView + use<> {
    let width = f64::from(row.per_mille()) / 10.0;
    view! {
        <svg class="rate" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="rate__all" width="100" height="8"></rect>
            <rect class="rate__part" width=width height="8"></rect>
        </svg>
        <span class="rate__words">{row.rate()}</span>
    }
}

#[component]
fn Late(
    /// What was late.
    late: Vec<LateItem>,
) -> impl IntoView {
    if late.is_empty() {
        return view! { <p class="calendar-note">"该部门这段时间没有超期事项。"</p> }.into_any();
    }
    view! {
        <h2 class="punctuality__title">"超期事项"</h2>
        <DataTable
            name="punctuality-late"
            label="超期事项"
            columns=late_columns()
            rows=Signal::stored(late)
            sort=use_url_state("late_sort")
            unit="项"
            empty="没有超期事项"
        />
    }
    .into_any()
}

fn late_columns() -> Vec<Column<LateItem>> {
    let settled = |item: &LateItem| {
        let day = item.lateness.settled_on;
        day.map_or_else(|| "尚未完成".to_owned(), |day| day.to_string())
    };
    vec![
        Column::new("item", "栏目或者事件", |item: &LateItem| {
            let event = item.event_title.clone();
            let (href, words) = (duty_href(item.duty_id), item.column_path.join(" / "));
            view! {
                <A href=href>{words}</A>
                {(!event.is_empty()).then(|| view! { <p class="duty-note">{event}</p> })}
            }
        })
        .names(),
        Column::new("due", "期限", |item: &LateItem| {
            item.lateness.due.to_string()
        })
        .sorted_by(|a, b| a.lateness.due.cmp(&b.lateness.due)),
        Column::new("settled", "完成日期", settled)
            .sorted_by(|a, b| a.lateness.settled_on.cmp(&b.lateness.settled_on)),
        Column::new("days", "超期日数", |item: &LateItem| item.lateness.days)
            .number()
            .sorted_by(|a, b| a.lateness.days.cmp(&b.lateness.days)),
    ]
}
