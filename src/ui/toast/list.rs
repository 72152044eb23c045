//! The lines, one below the other, over every page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Toast, Undo, use_toasts};

/// Where they appear.
#[component]
pub fn ToastList() -> impl IntoView {
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
                {match toast.undo {
                    Some(undo) => view! { <UndoLine toast=toast undo=undo /> }.into_any(),
                    None => view! { <Line toast=toast /> }.into_any(),
                }}
            </For>
        </div>
    }
}

#[component]
fn Line(
    /// The line.
    toast: Toast,
) -> impl IntoView {
    view! {
        <p class="toast">
            <span>{toast.text.get_value()}</span>
            {toast
                .running
                .map(|running| {
                    view! {
                        <span class="toast__progress" aria-hidden="true">
                            {move || running.progress.get()}
                        </span>
                        <button
                            type="button"
                            class="toast__act"
                            on:click=move |_| running.cancel()
                        >
                            "取消"
                        </button>
                    }
                })}
        </p>
    }
}

#[component]
fn UndoLine(
    /// The line.
    toast: Toast,
    /// How it is taken back.
    undo: Undo,
) -> impl IntoView {
    let toasts = use_toasts();
    let press = move |_| {
        toasts.hide(toast.id);
        focus_page();
        undo.run.with_value(|run| run());
    };
    view! {
        <p
            class="toast toast--undo"
            on:pointerenter=move |_| undo.held.set(true)
            on:pointerleave=move |_| undo.held.set(false)
            on:focusin=move |_| undo.held.set(true)
            on:focusout=move |_| undo.held.set(false)
        >
            <span>{toast.text.get_value()}</span>
            <button type="button" class="toast__act" on:click=press>
                "撤销"
            </button>
        </p>
    }
}

/// The button goes with its line: whoever pressed it by the keyboard goes on at the page's heading.
fn focus_page() {
    let heading = document().query_selector("h1").ok().flatten();
    let heading = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
    }
}
