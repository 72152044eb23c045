//! The trigger events that a publication may discharge.

use std::collections::BTreeSet;

use lanmu_api::matrix::EventView;
use leptos::prelude::*;

use crate::api::ClientError;
use crate::api::matrix::{duty, matrix};
use crate::date::plain_day;
use crate::ui::remote::use_remote;

/// The events of this column that still wait for an update by this department.
async fn open_events(department_id: i64, column_id: i64) -> Result<Vec<EventView>, ClientError> {
    let matrix = matrix(Some(department_id), None).await?;
    let mut events = Vec::new();
    for row in matrix
        .duties
        .iter()
        .filter(|row| row.column_id == column_id)
    {
        let view = duty(row.id, None).await?;
        events.extend(view.open_events.into_iter().filter(|event| {
            event.department_ids.is_empty() || event.department_ids.contains(&department_id)
        }));
    }
    Ok(events)
}

/// Boxes to tick, one per event; nothing where none waits. A single one is ticked from the start.
#[component]
pub fn OpenEvents(
    /// The department that publishes.
    department_id: i64,
    /// The column in which it publishes.
    column_id: i64,
    /// The events ticked.
    chosen: RwSignal<BTreeSet<i64>>,
) -> impl IntoView {
    let remote = use_remote(move || async move {
        let events = open_events(department_id, column_id).await?;
        if let [only] = events.as_slice() {
            chosen.set(BTreeSet::from([only.id]));
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
    event: EventView,
    /// The events ticked.
    chosen: RwSignal<BTreeSet<i64>>,
) -> impl IntoView {
    let id = event.id;
    let number = if event.document_number.is_empty() {
        String::new()
    } else {
        format!("（{}）", event.document_number)
    };
    let words = format!(
        "{}　{}{number}　{}",
        event.trigger.label(),
        event.title,
        plain_day(event.occurred_on)
    );
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
