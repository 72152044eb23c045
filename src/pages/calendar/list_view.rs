//! The calendar as a list by due date.

use chrono::NaiveDate;
use lanmu_api::obligation::{AHEAD_DAYS, ObligationView, ObligationsView};
use lanmu_api::path;
use leptos::prelude::*;

use super::asked::Asked;
use super::filters::Filters;
use super::legend::Legend;
use super::table::ItemTable;
use crate::api;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::day_field::DayField;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::past_note::PastNote;
use crate::ui::remote::use_remote;
use crate::ui::status_counts::StatusCounts;

/// How many items are in the document at first, and are added on request: an office PC lays out
/// so many at once without a pause.
const PORTION: usize = 200;

/// The list: what is blank or overdue, and what falls due in the next 30 days; with words, a
/// status, a rule or days everything that fits.
#[component]
pub fn ListView(
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
    let today = view.today;
    let totals = view.totals;
    let count = move |status| {
        let of_status = totals.iter().find(|total| total.status == status);
        of_status.map_or(0, |total| total.count)
    };
    let items = view.items;
    let listed = Memo::new(move |_| {
        items
            .iter()
            .filter(|item| asked.lists(item, today))
            .cloned()
            .collect::<Vec<_>>()
    });
    let href = Signal::derive(move || {
        let view = [("view", Some("list".to_owned()))];
        format!("{}{}", path::OBLIGATIONS_EXPORT, asked.query(&view))
    });
    view! {
        <PastNote day=today past=view.past state=filters.as_of />
        <StatusCounts count=count state=filters.status />
        <div class="filters">
            <DayField id="calendar-from" label="期限从" state=filters.from />
            <DayField id="calendar-to" label="期限到" state=filters.to />
            <ExportLinks href=href />
        </div>
        <p class="calendar-note">
            {format!(
                "上方数字为全部责任的状态。列表列出空白、超期事项和今后 {AHEAD_DAYS} 日内到期的事项；输入关键词，或者选择状态、更新要求、期限起止后，列出全部符合条件的事项。",
            )}
        </p>
        <Legend />
        <Portions listed=listed asked=asked today=today />
    }
}

#[component]
fn Portions(
    /// What is listed.
    listed: Memo<Vec<ObligationView>>,
    /// What is asked for.
    asked: Asked,
    /// The day of the statuses.
    today: NaiveDate,
) -> impl IntoView {
    // Starts anew with every filter.
    let portions = Memo::new(move |_| {
        asked.filter.track();
        RwSignal::new(1_usize)
    });
    let rest = move || {
        listed
            .with(Vec::len)
            .saturating_sub(portions.get().get() * PORTION)
    };
    view! {
        <p class="list-count" role="status">
            {move || format!("列出 {} 项", listed.with(Vec::len))}
        </p>
        {move || {
            let shown: Vec<ObligationView> = listed
                .with(|listed| listed.iter().take(portions.get().get() * PORTION).cloned().collect());
            if shown.is_empty() {
                view! {
                    <EmptyState
                        title="没有符合条件的事项"
                        hint="请更换关键词、部门、状态或者期限起止。"
                    />
                }
                    .into_any()
            } else {
                view! { <ItemTable items=shown today=today label="更新日历列表" /> }.into_any()
            }
        }}
        {move || {
            (rest() > 0)
                .then(|| {
                    view! {
                        <p class="calendar-more">
                            <Button on_press=move |()| {
                                portions.get_untracked().update(|number| *number += 1);
                            }>{move || format!("再列 {} 项", rest().min(PORTION))}</Button>
                        </p>
                    }
                })
        }}
    }
}
