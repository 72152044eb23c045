//! A labelled input of one line with hint and error, joined by ids for screen readers.

use leptos::prelude::*;

/// Ids of the texts that describe an input.
#[must_use]
pub(super) fn described_by(id: &str, hint: bool) -> String {
    if hint {
        format!("{id}-hint {id}-error")
    } else {
        format!("{id}-error")
    }
}

/// The id of a field's label, for what else belongs to the field.
#[must_use]
pub(super) fn label_id(id: &str) -> String {
    format!("{id}-label")
}

/// Label, hint and error around an input.
#[component]
pub(super) fn Frame(
    /// Id of the input.
    id: String,
    /// Its label.
    label: String,
    /// What to mind.
    hint: String,
    /// Whether it must be filled in.
    required: bool,
    /// What is wrong.
    error: Signal<Option<String>>,
    /// The input.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let label_id = label_id(&id);
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id for=id>
                {label}
            </label>
            {required.then(|| view! { <span class="field__required" aria-hidden="true">"必填"</span> })}
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {children()}
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get()}
            </p>
        </div>
    }
}

/// A field of one line.
#[component]
pub fn Field(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Its text.
    value: RwSignal<String>,
    /// `text`, `password`, `url`, `search`. Days have a field of their own.
    #[prop(default = "text")]
    kind: &'static str,
    /// What to mind.
    #[prop(optional, into)]
    hint: String,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let described = described_by(&id, !hint.is_empty());
    view! {
        <Frame id=id.clone() label=label hint=hint required=required error=error>
            <input
                class="input"
                id=id
                type=kind
                autocomplete=autocomplete
                aria-describedby=described
                aria-required=required.to_string()
                aria-invalid=move || error.with(Option::is_some).to_string()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Frame>
    }
}
