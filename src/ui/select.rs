//! A labelled choice from a list.

use leptos::prelude::*;

use super::field::{Frame, described_by};

/// One choice: its value and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value, as addresses write it.
    pub value: String,
    /// The words.
    pub label: String,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            label: label.into(),
        }
    }
}

/// A native select. The first choice of a filter is usually 全部 with an empty value.
#[component]
pub fn Select(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Another was chosen.
    on_change: impl Fn(String) + Send + Sync + 'static,
    /// What to mind.
    #[prop(optional, into)]
    hint: String,
    /// Whether one must be chosen.
    #[prop(optional)]
    required: bool,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let described = described_by(&id, !hint.is_empty());
    view! {
        <Frame id=id.clone() label=label hint=hint required=required error=error>
            <select
                class="input input--select"
                id=id
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).to_string()
                on:change=move |event| on_change(event_target_value(&event))
            >
                {move || {
                    let chosen = value.get();
                    choices
                        .get()
                        .into_iter()
                        .map(|choice| {
                            let selected = choice.value == chosen;
                            view! {
                                <option value=choice.value selected=selected>
                                    {choice.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </Frame>
    }
}
