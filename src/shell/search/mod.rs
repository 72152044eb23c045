//! 搜索 over columns, departments, items and pages, from anywhere: Ctrl K.

mod choice;
mod list;
mod pages;
mod palette;
mod recent;

use leptos::prelude::*;

use crate::ui::dialog::{Dialog, is_dialog_open};
use crate::ui::icon::{Icon, IconView};
use palette::Palette;

/// The button in the head, and the dialog.
#[component]
pub fn Search() -> impl IntoView {
    let open = RwSignal::new(false);
    let listening = window_event_listener(leptos::ev::keydown, move |event| {
        let asked = (event.ctrl_key() || event.meta_key())
            && !event.alt_key()
            && !event.shift_key()
            && event.key().eq_ignore_ascii_case("k");
        if !asked {
            return;
        }
        // The browser's own search would take the keys.
        event.prevent_default();
        if open.get_untracked() || !is_dialog_open() {
            open.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || listening.remove());
    view! {
        <button
            type="button"
            class="top-bar__search"
            aria-label="搜索"
            aria-keyshortcuts="Control+K"
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <IconView icon=Icon::Search />
            <span class="top-bar__search-words" aria-hidden="true">"搜索"</span>
            <kbd class="top-bar__keys" aria-hidden="true">"Ctrl K"</kbd>
        </button>
        <Dialog open=open title="搜索">
            <Palette open=open />
        </Dialog>
    }
}
