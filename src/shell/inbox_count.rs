//! How many items wait for one's review, beside the name of the place.

use leptos::prelude::*;

use crate::api::article::inbox_total;
use crate::live::refetch_on;
use crate::ui::remote::use_remote;

/// More than this is many.
const SHOWN_MAX: u64 = 99;

/// The number; nothing where nothing waits.
#[component]
pub fn InboxCount() -> impl IntoView {
    let total = use_remote(inbox_total);
    refetch_on(total, |_| true);
    let number = Memo::new(move |_| total.get().and_then(Result::ok).unwrap_or_default());
    let words = move || match number.get() {
        many if many > SHOWN_MAX => format!("{SHOWN_MAX}+"),
        few => few.to_string(),
    };
    view! {
        <Show when=move || number.get() != 0>
            <span class="navigation__count">
                <span aria-hidden="true">{words}</span>
                <span class="visually-hidden">{move || format!("{} 件待审", number.get())}</span>
            </span>
        </Show>
    }
}
