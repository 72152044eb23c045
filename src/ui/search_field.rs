//! A field whose words filter at once and stand in the address.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::field::{Frame, described_by};
use super::url_state::UrlState;

/// A search field. What an input method is still composing does not filter; while it has the
/// focus the address does not write into it.
#[component]
pub fn SearchField(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: String,
    /// Where the words are kept.
    state: UrlState,
) -> impl IntoView {
    let described = described_by(&id, false);
    let node = NodeRef::<html::Input>::new();
    // The element is outside the reactive world: Back must reach it, one's own typing must not.
    Effect::new(move |_| {
        let text = state.get();
        let Some(input) = node.get() else { return };
        if document().active_element().as_ref() != Some(input.as_ref()) {
            input.set_value(&text);
        }
    });
    view! {
        <Frame
            id=id.clone()
            label=label
            hint=String::new()
            required=false
            error=Signal::stored(None)
        >
            <input
                class="input"
                id=id
                type="search"
                autocomplete="off"
                placeholder=placeholder
                aria-describedby=described
                node_ref=node
                on:input=move |event| {
                    if !event.unchecked_ref::<leptos::web_sys::InputEvent>().is_composing() {
                        state.set(event_target_value(&event).trim());
                    }
                }
                on:compositionend=move |event| state.set(event_target_value(&event).trim())
            />
        </Frame>
    }
}
