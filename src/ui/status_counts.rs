//! How many have each status; pressing one shows only those.

use lanmu_domain::freshness::Status;
use leptos::prelude::*;

use super::badge::{status_class, status_shape};
use super::url_state::UrlState;

/// One button for each status. Pressing the pressed one shows all again.
#[component]
pub fn StatusCounts(
    /// How many have a status.
    #[prop(into)]
    count: Callback<Status, u64>,
    /// Where the chosen status is kept.
    state: UrlState,
) -> impl IntoView {
    let chosen = Memo::new(move |_| state.one_of::<Status>());
    let buttons = Status::ALL
        .map(|status| {
            let pressed = move || chosen.get() == Some(status);
            let press = move |_| state.set(if pressed() { "" } else { status.key() });
            view! {
                <button
                    type="button"
                    class=format!("status-counts__button status-counts__button--{}", status_class(status))
                    aria-pressed=move || pressed().to_string()
                    on:click=press
                >
                    <span class="status-counts__shape" aria-hidden="true">
                        {status_shape(status)}
                    </span>
                    <span class="status-counts__label">{status.label()}</span>
                    <span class="status-counts__number">{move || count.run(status)}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="status-counts" role="group" aria-label="按状态筛选">
            {buttons}
        </div>
    }
}
