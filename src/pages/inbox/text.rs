//! The text under review; a passage of it can be marked.

use lanmu_api::article::ArticleView;
use lanmu_domain::article::PASSAGE_MAX_CHARS;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::Element;

use super::typed::Typed;
use crate::ui::attachment_list::AttachmentList;
use crate::ui::button::{Button, Look};
use crate::ui::marked_body::MarkedBody;
use crate::ui::text_range::selected_passage;

const EVENT: &str = "selectionchange";

/// The text. Whoever may send it back can do so about the words that are selected.
#[component]
pub fn Text(
    /// The article.
    view: ArticleView,
    /// What this person typed.
    typed: Typed,
    /// Opens the dialog of a return, where the person may send it back.
    returning: Option<RwSignal<bool>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let selected = RwSignal::new(None);
    if returning.is_some() {
        on_selection(move || {
            let passage = node.get_untracked().and_then(|node| {
                let body = node.query_selector(".article-body").ok()??;
                selected_passage(&body)
            });
            let passage = passage.filter(|p| p.quote.chars().count() <= PASSAGE_MAX_CHARS);
            if selected.with_untracked(|before| *before != passage) {
                selected.set(passage);
            }
        });
    }
    // A table that scrolls sideways can be reached by the keyboard too.
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        let Ok(tables) = node.query_selector_all("table") else {
            return;
        };
        for index in 0..tables.length() {
            let table = tables.get(index).and_then(|t| t.dyn_into::<Element>().ok());
            if let Some(table) = table
                && table.scroll_width() > table.client_width()
            {
                let _ = table.set_attribute("tabindex", "0");
            }
        }
    });
    let files = view.content.body.clone();
    view! {
        <div node_ref=node>
            <MarkedBody html=view.content.body opinions=view.opinions />
        </div>
        <AttachmentList body=files />
        {returning
            .map(|returning| {
                view! {
                    <Show when=move || selected.with(Option::is_some)>
                        // The selection must stay while the button is pressed.
                        <div
                            class="review-card__passage"
                            on:mousedown=|event| event.prevent_default()
                        >
                            <Button
                                look=Look::Danger
                                on_press=move |()| {
                                    typed.passage.set(selected.get_untracked());
                                    returning.set(true);
                                }
                            >
                                "就此处退回"
                            </Button>
                        </div>
                    </Show>
                }
            })}
    }
}

/// Calls back whenever another part of the page is selected, as long as the card is there. The
/// event is told to the document alone, not to the window.
fn on_selection(changed: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(changed);
    let listener = callback.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback(EVENT, listener);
    let kept = StoredValue::new_local(callback);
    on_cleanup(move || {
        kept.try_with_value(|callback| {
            let listener = callback.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback(EVENT, listener);
        });
    });
}
