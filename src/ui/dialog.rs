//! A native modal dialog: focus stays inside, Escape closes, focus returns.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while `open` is true. It does not close by itself when an act fails.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Whether Escape closes it.
    #[prop(default = true)]
    dismissible: bool,
    /// It has closed, and the page below can be used again.
    #[prop(optional, into)]
    on_closed: Option<UnsyncCallback<()>>,
    /// Its content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    // The element is outside the reactive world: showing it is its only way to open.
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-label=move || title.get()
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                if dismissible {
                    open.set(false);
                }
            }
            on:close=move |_| {
                open.set(false);
                if let Some(on_closed) = &on_closed {
                    on_closed.run(());
                }
            }
        >
            <div class="dialog__body">
                <h2 class="dialog__title">{move || title.get()}</h2>
                {move || open.get().then(|| children())}
            </div>
        </dialog>
    }
}

/// Whether any dialog is open.
#[must_use]
pub fn is_dialog_open() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}
