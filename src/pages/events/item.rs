//! An event of the list, and what it asks for when it is unfolded.

use std::collections::BTreeSet;

use lanmu_api::event::{EventObligation, EventRow};
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::cancel_dialog::CancelDialog;
use super::obligations::Obligations;
use crate::date::{long_day, long_stamp};
use crate::ui::badge::EventStateBadge;
use crate::ui::button::{Button, Look};

/// The item. Its obligations are made only when it is unfolded.
#[component]
pub fn Item(
    /// The event.
    event: EventRow,
    /// Which events are unfolded, by id.
    unfolded: RwSignal<BTreeSet<i64>>,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let id = event.event.id;
    let open = Memo::new(move |_| unfolded.with(|unfolded| unfolded.contains(&id)));
    let toggle = move |toggled: Event| {
        let now = is_open(&toggled);
        unfolded.update(|unfolded| {
            if now {
                unfolded.insert(id);
            } else {
                unfolded.remove(&id);
            }
        });
    };
    let what = event.event.clone();
    let number = what.document_number.clone();
    let kind = match what.change {
        Some(change) => format!("{}：{}", what.trigger.label(), change.label()),
        None => what.trigger.label().to_owned(),
    };
    let late = what.registered_late();
    let state = event.state;
    let (columns, departments) = concerned(&event.obligations);
    let event = StoredValue::new(event);
    view! {
        <li>
            <details class="event" open=open.get_untracked() on:toggle=toggle>
                <summary class="event__summary">
                    <EventStateBadge state=state />
                    <span class="event__words">
                        <span class="event__title">{what.title}</span>
                        <span class="event__facts">
                            {(!number.is_empty()).then(|| view! { <span>{number}</span> })}
                            <span>{kind}</span> <span>{long_day(what.occurred_on)}</span>
                            {late.map(|late| view! { <span class="tag tag--late">{late}</span> })}
                            <span>{columns}</span> <span>{departments}</span>
                        </span>
                    </span>
                </summary>
                {move || {
                    open.get().then(|| view! { <Unfolded event=event.get_value() done=done /> })
                }}
            </details>
        </li>
    }
}

#[component]
fn Unfolded(
    /// The event.
    event: EventRow,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let cancelling = RwSignal::new(false);
    let id = event.event.id;
    let title = event.event.title.clone();
    let count = event.obligations.len();
    let registered = format!(
        "{}由{}登记。",
        long_day(event.event.registered_on),
        event.registered_by
    );
    view! {
        <div class="event__body">
            {event
                .cancelled
                .map(|cancelled| {
                    view! {
                        <p class="notice">
                            {format!(
                                "{}由{}取消。原因：{}",
                                long_stamp(cancelled.at),
                                cancelled.by,
                                cancelled.reason,
                            )}
                        </p>
                    }
                })}
            <Obligations obligations=event.obligations />
            <div class="event__foot">
                <p class="event__registered">{registered}</p>
                {event
                    .may_cancel
                    .then(|| {
                        view! {
                            <Button
                                look=Look::Danger
                                on_press=move |()| cancelling.set(true)
                            >
                                "取消事件"
                            </Button>
                            <CancelDialog
                                open=cancelling
                                id=id
                                event_title=title
                                count=count
                                done=done
                            />
                        }
                    })}
            </div>
        </div>
    }
}

/// Which columns and departments it concerns, in a few words.
fn concerned(obligations: &[EventObligation]) -> (String, String) {
    let mut columns: Vec<&String> = obligations
        .iter()
        .filter_map(|obligation| obligation.column_path.last())
        .collect();
    columns.dedup();
    let mut departments: Vec<&String> = Vec::new();
    for name in obligations.iter().flat_map(|o| &o.department_names) {
        if !departments.contains(&name) {
            departments.push(name);
        }
    }
    let columns = match columns.as_slice() {
        [] => String::new(),
        [only] => (*only).clone(),
        several => format!("{} 个栏目", several.len()),
    };
    let departments = match departments.as_slice() {
        [] => String::new(),
        [only] => (*only).clone(),
        [first, others @ ..] => format!("{first}等 {} 个部门", others.len() + 1),
    };
    (columns, departments)
}

fn is_open(event: &Event) -> bool {
    event
        .current_target()
        .or_else(|| event.target())
        .and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok())
        .is_some_and(|details| details.has_attribute("open"))
}
