//! That the page no longer hears of what others do.

use leptos::prelude::*;

use crate::live::{Way, use_live};

/// A line over the page while the server cannot be reached; nothing otherwise.
#[component]
pub fn Connection() -> impl IntoView {
    let live = use_live();
    view! {
        <div class="connection" role="status">
            {move || {
                (live.way() == Way::Cut)
                    .then(|| view! { <p class="connection__cut">"已断开，正在重连……"</p> })
            }}
        </div>
    }
}
