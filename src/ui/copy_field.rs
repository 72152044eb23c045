//! A text to be taken along.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlDocument;
use wasm_bindgen::JsCast;

use super::button::Button;

/// A text that cannot be changed, with 复制. Copies by selection: `navigator.clipboard` needs TLS,
/// which an office network inside the county may not have. Where the browser refuses, the text
/// stays selected for the keyboard.
#[component]
pub fn CopyField(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<bool>);
    let copy = move || {
        let Some(input) = node.get_untracked() else {
            return;
        };
        input.select();
        let document = document().unchecked_into::<HtmlDocument>();
        copied.set(Some(document.exec_command("copy").unwrap_or(false)));
    };
    let said = move || {
        copied.get().map(|done| {
            if done {
                "已复制"
            } else {
                "浏览器不允许复制，请手动复制"
            }
        })
    };
    view! {
        <div class="copy-field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <div class="copy-field__row">
                <input
                    class="input copy-field__text"
                    id=id
                    type="text"
                    readonly
                    autocomplete="off"
                    node_ref=node
                    prop:value=move || text.get()
                    on:focus=move |_| {
                        if let Some(input) = node.get_untracked() {
                            input.select();
                        }
                    }
                />
                <Button on_press=move |()| copy()>"复制"</Button>
            </div>
            <p class="copy-field__said" role="status">
                {said}
            </p>
        </div>
    }
}
