//! Where there is nothing to show.

use leptos::prelude::*;

/// Says that there is nothing, and what that means.
#[component]
pub fn EmptyState(
    /// In a few words, e.g. 今天没有待办事项.
    #[prop(into)]
    title: String,
    /// What follows from it.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <p class="empty-state__title">{title}</p>
            {(!hint.is_empty()).then(|| view! { <p class="empty-state__hint">{hint}</p> })}
        </div>
    }
}
