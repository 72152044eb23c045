//! While something loads.

use leptos::prelude::*;

/// Grey bars where the content will stand, and a word for screen readers.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <span class="visually-hidden">"正在加载……"</span>
            <span class="loading__bar"></span>
            <span class="loading__bar"></span>
            <span class="loading__bar"></span>
        </div>
    }
}
