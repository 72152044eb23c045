//! 更多筛选: the filters that are seldom used.

use leptos::prelude::*;

use super::button::Button;
use super::url_state::{UrlState, any_set};

/// Filters that are all seen on wide screens, and on others once they are asked for: what was found
/// is to be seen without scrolling past its filters.
#[component]
pub fn MoreFilters(
    /// Where they are kept: open from the start where one of them is set, since what narrows must be
    /// seen.
    kept: Vec<UrlState>,
    /// They have to be asked for on wide screens too, and are not made before.
    #[prop(optional)]
    everywhere: bool,
    /// The filters.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(untrack(|| any_set(&kept)));
    let made = Memo::new(move |_| !everywhere || open.get());
    view! {
        <Show when=move || !open.get()>
            <div class="filters__more" class:filters__more--everywhere=everywhere>
                <Button on_press=move |()| open.set(true)>"更多筛选"</Button>
            </div>
        </Show>
        <Show when=move || made.get()>
            <div class="filters__rest" class:filters__rest--open=move || open.get()>
                {children()}
            </div>
        </Show>
    }
}
