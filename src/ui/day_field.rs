//! A day kept in the address.

use leptos::prelude::*;

use super::day_picker::DayPicker;
use super::url_state::UrlState;

/// A field that sets a part of the query as soon as a day is chosen.
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
        <DayPicker
            id=id
            label=label
            value=state.text
            on_change=move |day| state.set(day)
            max=max
        />
    }
}
