//! What a change would move, before it is confirmed.

use lanmu_api::preview::{MovedDeadline, PreviewView};
use lanmu_domain::freshness::Status;
use leptos::html;
use leptos::prelude::*;

use super::badge::{status_class, status_shape};
use crate::date::long_day;

/// How many are listed; the rest is counted.
const LISTED: usize = 100;

/// The obligations whose due date or status changes.
#[component]
pub fn MovedDeadlines(
    /// The answer of the preview.
    preview: PreviewView,
    /// Whether it stands at the end of a long form, where it would be out of sight.
    #[prop(default = true)]
    at_end: bool,
) -> impl IntoView {
    let number = preview.moved.len();
    let day = long_day(preview.day);
    let summary = if number == 0 {
        format!("{day}当日没有期限或状态因此变化。")
    } else {
        format!("{day}起，{number} 项责任的期限或状态变化：")
    };
    let rest = number.saturating_sub(LISTED);
    let items = preview
        .moved
        .into_iter()
        .take(LISTED)
        .map(|moved| view! { <Item moved=moved /> })
        .collect_view();
    let node = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        if let Some(section) = node.get().filter(|_| at_end) {
            section.scroll_into_view();
        }
    });
    view! {
        <section class="moved" aria-label="影响预览" node_ref=node>
            <p class="moved__summary" role="status">
                {summary}
            </p>
            {(number > 0)
                .then(|| {
                    view! {
                        <ul class="moved__list" tabindex="0" aria-label="期限或状态变化的责任">
                            {items}
                        </ul>
                    }
                })}
            {(rest > 0).then(|| view! { <p>{format!("另有 {rest} 项未列出。")}</p> })}
        </section>
    }
}

#[component]
fn Item(
    /// What moves.
    moved: MovedDeadline,
) -> impl IntoView {
    let day = |day: Option<_>| day.map_or_else(|| "无".to_owned(), long_day);
    let mut above = moved.column_path;
    let name = above.pop().unwrap_or_default();
    let owners = match moved.department_names.as_slice() {
        [] => "无责任部门".to_owned(),
        [first, _, _, _, ..] => format!("{first}等 {} 个部门", moved.department_names.len()),
        few => few.join("、"),
    };
    let same_status = moved.status_before == moved.status_after;
    view! {
        <li class="moved__item">
            <p class="moved__path">{above.join(" / ")}</p>
            <p>
                <strong>{name}</strong>
                "　"
                {owners}
            </p>
            <p class="moved__change">
                {(moved.before != moved.after)
                    .then(|| format!("期限：{} → {}", day(moved.before), day(moved.after)))}
                <StatusThen status=moved.status_before />
                {(!same_status)
                    .then(|| {
                        view! {
                            <span>"→"</span>
                            <StatusThen status=moved.status_after />
                        }
                    })}
            </p>
        </li>
    }
}

/// A status on the day of the change, which need not be today.
#[component]
fn StatusThen(
    /// Which.
    status: Status,
) -> impl IntoView {
    let words = match status {
        Status::DueToday => "当日到期",
        other => other.label(),
    };
    view! {
        <span class=format!("badge badge--{}", status_class(status))>
            <span class="badge__shape" aria-hidden="true">{status_shape(status)}</span>
            {words}
        </span>
    }
}
