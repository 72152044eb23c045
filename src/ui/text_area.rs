//! A labelled text of several lines.

use leptos::prelude::*;

use super::field::{Frame, described_by};

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Its text.
    value: RwSignal<String>,
    /// How many lines are shown.
    #[prop(default = 3)]
    rows: u32,
    /// What to mind.
    #[prop(optional, into)]
    hint: String,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let described = described_by(&id, !hint.is_empty());
    view! {
        <Frame id=id.clone() label=label hint=hint required=required error=error>
            <textarea
                class="input input--area"
                id=id
                rows=rows
                aria-describedby=described
                aria-required=required.to_string()
                aria-invalid=move || error.with(Option::is_some).to_string()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </Frame>
    }
}
