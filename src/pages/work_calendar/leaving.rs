//! Asks before somebody leaves the page with changes that are not saved.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::drafts::Drafts;

const QUESTION: &str = "工作日历有未保存的修改，尚未生效。离开后修改只保留在本浏览器中，确定离开？";

/// Asks when a link is followed, and lets the browser ask when the tab is closed.
pub fn warn_when_leaving(drafts: Drafts) {
    let unsaved = Memo::new(move |_| !drafts.years().is_empty());
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
            event.set_return_value(QUESTION);
        }
    });
    // Before the router, which listens at the window.
    let following = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let stays = unsaved.try_get_untracked() == Some(true)
            && leads_away(&event)
            && !window().confirm_with_message(QUESTION).unwrap_or(true);
        if stays {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    let listener = following.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback_and_bool("click", listener, true);
    let following = StoredValue::new_local(following);
    on_cleanup(move || {
        closing.remove();
        following.with_value(|following| {
            let listener = following.as_ref().unchecked_ref();
            let _ =
                document().remove_event_listener_with_callback_and_bool("click", listener, true);
        });
    });
}

/// Whether a click follows a link in this tab.
fn leads_away(event: &MouseEvent) -> bool {
    let on_link = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest("a[href]").ok().flatten())
        .is_some_and(|link| {
            link.get_attribute("href")
                .is_some_and(|href| !href.starts_with('#'))
        });
    on_link && !event.ctrl_key() && !event.meta_key() && !event.shift_key()
}
