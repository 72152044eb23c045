//! The trigger events that a publication may discharge.

use std::collections::BTreeSet;

use lanmu_api::event::OpenEvent;
use lanmu_domain::freshness::EventStatus;
use leptos::prelude::*;

use crate::api::event::open_events;
use crate::date::long_day;
use crate::ui::remote::use_remote;

/// Boxes to tick, one per event; nothing where none waits. A single one is ticked from the start.
#[component]
pub fn OpenEvents(
    /// The article that is published.
    article_id: i64,
    /// The events ticked.
    chosen: RwSignal<BTreeSet<i64>>,
) -> impl IntoView {
    let remote = use_remote(move || async move {
        let events = open_events(article_id).await?;
        if let [only] = events.as_slice() {
            chosen.set(BTreeSet::from([only.event.id]));
        }
        Ok(events)
    });
    move || {
        let events = remote.get().and_then(Result::ok).unwrap_or_default();
        (!events.is_empty()).then(|| {
            view! {
                <fieldset class="field">
                    <legend class="field__label">"本稿对应的触发事件"</legend>
                    <p class="field__hint">"勾选后，该事件要求的更新视为已完成。"</p>
                    {events
                        .into_iter()
                        .map(|event| view! { <EventBox event=event chosen=chosen /> })
                        .collect_view()}
                </fieldset>
            }
        })
    }
}

#[component]
fn EventBox(
    /// The event.
    event: OpenEvent,
    /// The events ticked.
    chosen: RwSignal<BTreeSet<i64>>,
) -> impl IntoView {
    let words = words(&event);
    let id = event.event.id;
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                on:change=move |change| {
                    let ticked = event_target_checked(&change);
                    chosen
                        .update(|chosen| {
                            if ticked {
                                chosen.insert(id);
                            } else {
                                chosen.remove(&id);
                            }
                        });
                }
            />
            <span>{words}</span>
        </label>
    }
}

/// Kind, title, 文号 and day, and until when it must be answered.
fn words(open: &OpenEvent) -> String {
    let event = &open.event;
    let mut words = format!("{}　{}", event.trigger.label(), event.title);
    if !event.document_number.is_empty() {
        words.push_str(&format!("（{}）", event.document_number));
    }
    words.push_str(&format!("　{}", long_day(event.occurred_on)));
    if let Some(late) = event.registered_late() {
        words.push_str(&format!("（{late}）"));
    }
    if let Some(due) = open.due {
        words.push_str(&format!("　期限{}", long_day(due)));
    }
    if open.status == EventStatus::Overdue {
        words.push_str(&format!("，已超期 {} 天", open.days_late));
    }
    words
}
