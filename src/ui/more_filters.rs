//! 更多筛选: the filters that are seldom used.

use leptos::prelude::*;

use super::button::Button;

/// Filters that are all seen on wide screens, and on others once they are asked for: what was found
/// is to be seen without scrolling past its filters.
#[component]
pub fn MoreFilters(
    /// Whether one of them is set: what narrows must be seen.
    set: bool,
    /// The filters.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(set);
    view! {
        <Show when=move || !open.get()>
            <div class="filters__more">
                <Button on_press=move |()| open.set(true)>"更多筛选"</Button>
            </div>
        </Show>
        <div class="filters__rest" class:filters__rest--open=move || open.get()>
            {children()}
        </div>
    }
}
