//! The calendar as a list by due date.

use chrono::NaiveDate;
use lanmu_api::calendar::CalendarView;
use lanmu_api::matrix::MatrixView;
use leptos::prelude::*;

use super::filters::Filters;
use super::items::{AHEAD_DAYS, Item, LOADED_DAYS, closed, loaded_span, older};
use super::legend::Legend;
use super::table::ItemTable;
use crate::api;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::remote::use_remote;
use crate::ui::status_counts::StatusCounts;

/// How many items are in the document at first, and are added on request: an office PC lays out
/// so many at once without a pause.
const PORTION: usize = 200;

/// The list: what is blank or overdue, and what falls due in the next 30 days; with words or a
/// status everything that falls due half a year before or after today.
#[component]
pub fn ListView(
    /// Where the filters are kept.
    filters: Filters,
    /// The server's day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    let department = Memo::new(move |_| filters.department.number());
    let loaded = use_remote(move || {
        let (from, to) = loaded_span(today.get());
        let id = department.get();
        async move {
            let calendar = api::calendar::calendar(from, to, id).await?;
            let matrix = api::matrix::matrix(id).await?;
            Ok((calendar, matrix))
        }
    });
    view! {
        <AsyncView remote=loaded let:loaded>
            <Loaded calendar=loaded.0 matrix=loaded.1 filters=filters />
        </AsyncView>
    }
}

#[component]
fn Loaded(
    /// What falls due in the span.
    calendar: CalendarView,
    /// What has been waiting since before it.
    matrix: MatrixView,
    /// Where the filters are kept.
    filters: Filters,
) -> impl IntoView {
    let today = calendar.today;
    let totals = calendar.totals.clone();
    let count = move |status| {
        let of_status = totals.iter().find(|total| total.status == status);
        of_status.map_or(0, |total| total.count)
    };
    let (from, _) = loaded_span(today);
    let mut items = older(&matrix, from);
    items.extend(calendar.entries.into_iter().map(Item::from));
    items.extend(closed(&matrix));
    let filter = Memo::new(move |_| filters.filter());
    let listed = Memo::new(move |_| {
        let filter = filter.get();
        items
            .iter()
            .filter(|item| filter.lists(item, today))
            .cloned()
            .collect::<Vec<_>>()
    });
    // Starts anew with every filter.
    let portions = Memo::new(move |_| {
        filter.track();
        RwSignal::new(1_usize)
    });
    let rest = move || {
        listed
            .with(Vec::len)
            .saturating_sub(portions.get().get() * PORTION)
    };
    view! {
        <StatusCounts count=count state=filters.status />
        <p class="calendar-note">
            {format!(
                "上方数字为今日全部责任的状态。列表列出空白、超期事项和今后 {AHEAD_DAYS} 日内到期的事项；输入关键词或选择状态时，列出前后 {LOADED_DAYS} 日内到期的全部事项。",
            )}
        </p>
        <Legend />
        <p class="list-count" role="status">
            {move || format!("列出 {} 项", listed.with(Vec::len))}
        </p>
        {move || {
            let shown: Vec<Item> = listed
                .with(|listed| listed.iter().take(portions.get().get() * PORTION).cloned().collect());
            if shown.is_empty() {
                view! {
                    <EmptyState
                        title="没有符合条件的事项"
                        hint="请更换关键词、部门或状态；没有计时要求的栏目见责任矩阵。"
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
