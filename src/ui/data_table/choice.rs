//! 显示列: which columns of a table a person wants to see.

use leptos::prelude::*;

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

/// A box for each column but the first.
#[component]
pub(super) fn ColumnChoice(
    /// Key and name of each.
    choices: Vec<(&'static str, &'static str)>,
    /// Those that are not shown.
    hidden: RwSignal<Vec<String>>,
) -> impl IntoView {
    let boxes = choices
        .into_iter()
        .map(|(key, label)| {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || !hidden.with(|all| all.iter().any(|h| h == key))
                        on:change=move |event| {
                            let shown = event_target_checked(&event);
                            hidden
                                .update(|all| {
                                    all.retain(|other| other != key);
                                    if !shown {
                                        all.push(key.to_owned());
                                    }
                                });
                        }
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <details class="column-choice">
            <summary>"显示列"</summary>
            <fieldset class="column-choice__boxes">
                <legend class="visually-hidden">"显示列"</legend>
                {boxes}
            </fieldset>
        </details>
    }
}
