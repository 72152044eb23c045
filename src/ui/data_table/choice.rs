//! 显示列: which columns of a table a person wants to see.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::Node;

use crate::session::use_session;
use crate::storage::{keep, kept, key_of};

const STORED: &str = "lanmu.columns";

/// The keys of the columns that the person does not want to see in this table.
#[must_use]
pub(super) fn use_hidden(name: &'static str) -> RwSignal<Vec<String>> {
    let person = use_session()
        .who()
        .map(|who| who.person_id)
        .unwrap_or_default();
    let key = key_of(&format!("{STORED}.{name}"), person);
    let text = kept(&key).unwrap_or_default();
    let hidden = RwSignal::new(
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    );
    // The browser's storage is outside the reactive world.
    Effect::new(move |_| keep(&key, &hidden.get().join(" ")));
    hidden
}

/// A box for each column that need not be shown; nothing where there is none. It closes with Escape and
/// when something beside it is pressed.
#[component]
pub(super) fn ColumnChoice(
    /// Key and name of each.
    choices: Vec<(String, String)>,
    /// Those that are not shown.
    hidden: RwSignal<Vec<String>>,
) -> impl IntoView {
    if choices.is_empty() {
        return ().into_any();
    }
    let boxes = choices
        .into_iter()
        .map(|(key, label)| {
            let shown = key.clone();
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || !hidden.with(|all| all.contains(&shown))
                        on:change=move |event| {
                            let shown = event_target_checked(&event);
                            hidden
                                .update(|all| {
                                    all.retain(|other| *other != key);
                                    if !shown {
                                        all.push(key.clone());
                                    }
                                });
                        }
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    let details = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let beside = window_event_listener(ev::click, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        let inside = details
            .get_untracked()
            .is_some_and(|details| details.contains(target.as_ref()));
        if !inside {
            close();
        }
    });
    on_cleanup(move || beside.remove());
    view! {
        <details
            class="column-choice"
            node_ref=details
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <summary class="button">"显示列"</summary>
            <fieldset class="column-choice__boxes">
                <legend class="visually-hidden">"显示列"</legend>
                {boxes}
            </fieldset>
        </details>
    }
    .into_any()
}
