//! A line of the inbox.

use lanmu_api::bulk::InboxRow;
use lanmu_domain::review::{ArticleState, BulkExclusion};
use leptos::prelude::*;
use leptos_router::components::A;

use super::selection::Selection;
use crate::date::{browser_now, stamp};
use crate::ui::badge::StateBadge;

/// The line. Where items can be released together it has a box to tick, or says why not.
#[component]
pub fn Row(
    /// What it shows.
    item: InboxRow,
    /// What is ticked; `None` where nothing can be released.
    selection: Option<Selection>,
) -> impl IntoView {
    let InboxRow {
        row,
        version,
        left_out,
        ..
    } = item;
    let days = (browser_now() - row.since).num_days();
    let waited = (days > 0).then(|| format!("已等待 {days} 天"));
    let returns = (row.returns > 0).then(|| format!("已退回 {} 次", row.returns));
    let since = format!("{} 送达", stamp(row.since));
    let behalf = row.on_behalf_of.map(|name| format!("代{name}办理"));
    let facts = [
        behalf,
        Some(row.department_name),
        Some(since),
        waited,
        returns,
    ];
    // What waits for the second review is not meant to be ticked; that is said once, below the bar.
    let waits_for_release = row.state == ArticleState::InReleaseReview;
    let selection = selection.filter(|_| waits_for_release);
    let reason_id = format!("left-out-{}", row.id);
    let reason: String = left_out.iter().map(|reason| reason.message()).collect();
    let tick = selection.map(|selection| {
        let id = row.id;
        let label = format!("选择《{}》", row.title);
        let described = (!left_out.is_empty()).then(|| reason_id.clone());
        view! {
            <label class="inbox-row__tick">
                <input
                    type="checkbox"
                    aria-label=label
                    aria-describedby=described
                    disabled=!left_out.is_empty()
                    prop:checked=move || selection.holds(id, version)
                    on:change=move |event| {
                        selection.tick(id, version, event_target_checked(&event));
                    }
                />
            </label>
        }
    });
    let said = selection.is_some() && left_out != [BulkExclusion::SecrecyConclusion];
    let tickable = tick.is_some();
    view! {
        <li class="article-row inbox-row" class:inbox-row--tickable=tickable>
            {tick}
            <StateBadge state=row.state />
            <div>
                <A href=format!("/inbox/{}", row.id) attr:class="article-row__title">
                    {row.title}
                </A>
                <p class="article-row__place">{row.column_path.join(" / ")}</p>
                <p class="article-row__place inbox-row__facts">
                    {facts
                        .into_iter()
                        .flatten()
                        .map(|fact| view! { <span>{fact}</span> })
                        .collect_view()}
                </p>
                {(said && !reason.is_empty())
                    .then(|| {
                        view! {
                            <p class="inbox-row__left-out" id=reason_id>
                                "不能批量同意：" {reason}
                            </p>
                        }
                    })}
            </div>
        </li>
    }
}
