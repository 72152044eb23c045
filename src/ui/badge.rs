//! Statuses: a shape and a word, never colour alone.

use lanmu_domain::freshness::Status;
use lanmu_domain::review::ArticleState;
use leptos::prelude::*;

/// The shape of a status, for badges, cells and legends.
#[must_use]
pub const fn status_shape(status: Status) -> &'static str {
    match status {
        Status::Blank => "○",
        Status::Overdue => "▲",
        Status::DueToday => "◆",
        Status::DueSoon => "◇",
        Status::Fresh => "●",
        Status::NoClock => "－",
    }
}

/// What follows `badge--` and its like in the class of a status.
#[must_use]
pub fn status_class(status: Status) -> String {
    status.key().replace('_', "-")
}

/// The status of a duty.
#[component]
pub fn StatusBadge(
    /// Which.
    status: Status,
) -> impl IntoView {
    view! {
        <span class=format!("badge badge--{}", status_class(status))>
            <span class="badge__shape" aria-hidden="true">{status_shape(status)}</span>
            {status.label()}
        </span>
    }
}

/// Where an article stands.
#[component]
pub fn StateBadge(
    /// Where.
    state: ArticleState,
) -> impl IntoView {
    let shape = match state {
        ArticleState::Draft => "○",
        ArticleState::InSectionReview | ArticleState::InReleaseReview => "◇",
        ArticleState::Returned => "▲",
        ArticleState::Released => "◆",
        ArticleState::Published => "●",
        ArticleState::Withdrawn => "－",
    };
    view! {
        <span class=format!("badge badge--{}", state.key().replace('_', "-"))>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {state.label()}
        </span>
    }
}
