//! Statuses: a shape and a word, never colour alone.

use lanmu_api::publication::DoubtState;
use lanmu_domain::freshness::{AttestationDecision, EventState, EventStatus, Status};
use lanmu_domain::review::{ArticleState, EmergencyStatus};
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
        ArticleState::Withdrawn | ArticleState::Corrected => "－",
        ArticleState::Filed => "■",
    };
    view! {
        <span class=format!("badge badge--{}", state.key().replace('_', "-"))>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {state.label()}
        </span>
    }
}

/// 紧急: released past the reviews.
#[component]
pub fn EmergencyMark(
    /// Whether it was.
    emergency: bool,
) -> impl IntoView {
    emergency.then(|| {
        view! {
            <span class="badge badge--emergency">
                <span class="badge__shape" aria-hidden="true">"▲"</span>
                "紧急"
            </span>
        }
    })
}

/// How the retrospective review of an emergency release stands.
#[component]
pub fn EmergencyBadge(
    /// How.
    status: EmergencyStatus,
) -> impl IntoView {
    let shape = match status {
        EmergencyStatus::Overdue => "▲",
        EmergencyStatus::Waiting => "◇",
        EmergencyStatus::Ordered => "－",
        EmergencyStatus::Upheld => "●",
        EmergencyStatus::Void => "○",
    };
    view! {
        <span class=format!("badge badge--emergency-{}", status.key())>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {status.label()}
        </span>
    }
}

/// How the doubts about a publication stand.
#[component]
pub fn DoubtBadge(
    /// How.
    state: DoubtState,
) -> impl IntoView {
    let (shape, words) = match state {
        DoubtState::Open => ("◇", "存疑"),
        DoubtState::Accepted => ("●", DoubtState::Accepted.label()),
        DoubtState::Rejected => ("▲", DoubtState::Rejected.label()),
    };
    view! {
        <span class=format!("badge badge--doubt-{}", state.key())>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {words}
        </span>
    }
}

/// Whether an attestation counts.
#[component]
pub fn AttestationBadge(
    /// Whether it needs the section head.
    awaits: bool,
    /// What the section head said.
    decision: Option<AttestationDecision>,
) -> impl IntoView {
    let (key, shape, words) = match (awaits, decision) {
        (true, None) => ("open", "◇", "待确认"),
        (_, Some(AttestationDecision::Refused)) => ("rejected", "▲", "不同意"),
        (_, Some(AttestationDecision::Confirmed)) => ("accepted", "●", "已确认"),
        (false, None) => ("accepted", "●", "已计入"),
    };
    view! {
        <span class=format!("badge badge--doubt-{key}")>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {words}
        </span>
    }
}

/// Where a trigger event stands.
#[component]
pub fn EventStateBadge(
    /// Where.
    state: EventState,
) -> impl IntoView {
    let shape = match state {
        EventState::Overdue => "▲",
        EventState::Open => "◇",
        EventState::Answered => "●",
        EventState::Lapsed | EventState::Cancelled => "－",
    };
    view! {
        <span class=format!("badge badge--{}", state.key())>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {state.label()}
        </span>
    }
}

/// Where a department stands with a trigger event.
#[component]
pub fn EventStatusBadge(
    /// Where.
    status: EventStatus,
) -> impl IntoView {
    let shape = match status {
        EventStatus::Overdue => "▲",
        EventStatus::DueToday => "◆",
        EventStatus::Waiting => "◇",
        EventStatus::AnsweredLate | EventStatus::AnsweredOnTime => "●",
        EventStatus::NotAsked => "－",
    };
    view! {
        <span class=format!("badge badge--{}", status.key().replace('_', "-"))>
            <span class="badge__shape" aria-hidden="true">{shape}</span>
            {status.label()}
        </span>
    }
}
