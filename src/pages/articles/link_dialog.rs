//! Asks for the address of a link. The selection in the text is kept while it is open.

use lanmu_domain::text::is_http_address;
use leptos::prelude::*;

use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;

/// The dialog.
#[component]
pub fn LinkDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// An address was given.
    on_choose: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let address = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let chosen = StoredValue::new_local(None::<String>);
    let saved = StoredValue::new_local(None::<web_sys::Range>);
    Effect::new(move |_| {
        if open.get() {
            saved.set_value(selected_range());
        }
    });
    let choose = move || {
        let text = address.get_untracked().trim().to_owned();
        wrong.set(!is_http_address(&text));
        if wrong.get_untracked() {
            return;
        }
        open.set(false);
        address.set(String::new());
        chosen.set_value(Some(text));
    };
    // While the dialog is open the text below cannot be edited.
    let insert = move |()| {
        if let Some(address) = chosen.try_update_value(Option::take).flatten() {
            select(saved.get_value());
            on_choose(address);
        }
    };
    view! {
        <Dialog open=open title="插入链接" on_closed=insert>
            <p>"请先在正文中选中要加链接的文字。"</p>
            <Field
                id="link-address"
                label="链接地址"
                value=address
                kind="url"
                error=Signal::derive(move || {
                    wrong.get().then(|| "请填写完整的网址，以 http:// 或 https:// 开头。".to_owned())
                })
            />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button look=Look::Primary on_press=move |()| choose()>
                    "插入"
                </Button>
            </div>
        </Dialog>
    }
}

/// What is selected on the page.
pub fn selected_range() -> Option<web_sys::Range> {
    let selection = window().get_selection().ok()??;
    if selection.range_count() == 0 {
        None
    } else {
        selection.get_range_at(0).ok()
    }
}

/// Selects it again.
pub fn select(range: Option<web_sys::Range>) {
    if let (Some(range), Ok(Some(selection))) = (range, window().get_selection()) {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}
