//! Every change of the year, the latest first.

use lanmu_api::work_calendar::CalendarChange;
use leptos::prelude::*;

use super::summary::counted;
use crate::date::stamp;
use crate::ui::empty_state::EmptyState;

/// The changes.
#[component]
pub fn History(
    /// The latest first.
    changes: Vec<CalendarChange>,
) -> impl IntoView {
    let rows = changes
        .iter()
        .map(|change| {
            let who = if change.changed_by.is_empty() {
                "系统".to_owned()
            } else {
                change.changed_by.clone()
            };
            let state = if change.announced {
                "已公布"
            } else {
                "未公布"
            };
            view! {
                <li class="year-change">
                    <span class="year-change__head">
                        {format!("第 {} 版", change.version)} " · " {stamp(change.changed_at)} " · "
                        {who}
                    </span>
                    <span>{format!("{state}，{}。", counted(&change.arrangement))}</span>
                    <span class="year-change__note">{change.note.clone()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="year-history">
            <h2>"调整记录"</h2>
            {if changes.is_empty() {
                view! {
                    <EmptyState
                        title="该年还没有安排"
                        hint="没有安排的年份按周末推算期限，国务院办公厅公布后可导入。"
                    />
                }
                    .into_any()
            } else {
                view! { <ol class="year-changes">{rows}</ol> }.into_any()
            }}
        </section>
    }
}
