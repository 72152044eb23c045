//! A day kept in the address.

use leptos::prelude::*;

use super::field::Frame;
use super::url_state::UrlState;

/// A date input that sets a part of the query as soon as a day is chosen.
#[component]
pub fn DayField(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Where the day is kept.
    state: UrlState,
    /// The last day that can be chosen, empty for any.
    #[prop(optional, into)]
    max: Signal<String>,
) -> impl IntoView {
    view! {
        <Frame id=id.clone() label=label hint=String::new() required=false error=Signal::default()>
            <input
                id=id
                class="input"
                type="date"
                max=move || max.get()
                prop:value=move || state.get()
                on:change=move |event| state.set(event_target_value(&event))
            />
        </Frame>
    }
}
