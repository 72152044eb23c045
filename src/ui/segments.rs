//! A choice of views, side by side.

use leptos::prelude::*;

use super::url_state::UrlState;

/// Buttons of which one is pressed. The first stands for no value in the address.
#[component]
pub fn Segments(
    /// What is chosen, for screen readers.
    #[prop(into)]
    label: String,
    /// Key and words of each; the first is the one without a value.
    choices: Vec<(&'static str, &'static str)>,
    /// Where the choice is kept.
    state: UrlState,
) -> impl IntoView {
    let buttons = choices
        .into_iter()
        .enumerate()
        .map(|(index, (key, words))| {
            let value = if index == 0 { "" } else { key };
            let pressed = Memo::new(move |_| {
                let now = state.get();
                now == value || now == key
            });
            view! {
                <button
                    type="button"
                    class="segments__button"
                    aria-pressed=move || pressed.get().to_string()
                    on:click=move |_| state.set(value)
                >
                    {words}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="segments" role="group" aria-label=label>
            {buttons}
        </div>
    }
}
