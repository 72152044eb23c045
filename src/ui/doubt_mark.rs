//! 存疑: the mark of a publication whose time cannot be taken as it stands.

use lanmu_api::publication::DoubtState;
use lanmu_domain::freshness::{EvidenceDoubt, EvidenceVerdict};
use leptos::prelude::*;

use super::badge::DoubtBadge;

/// The mark and why; nothing where nothing is doubtful.
#[component]
pub fn DoubtMark(
    /// Why it is doubtful.
    doubts: Vec<EvidenceDoubt>,
    /// What a coordinator found.
    verdict: Option<EvidenceVerdict>,
) -> impl IntoView {
    DoubtState::of(&doubts, verdict).map(|state| {
        view! {
            <span class="doubt-mark">
                <DoubtBadge state=state />
                <span>{doubts_in_words(&doubts)}</span>
            </span>
        }
    })
}

/// Every doubt, in one line.
#[must_use]
pub fn doubts_in_words(doubts: &[EvidenceDoubt]) -> String {
    let words: Vec<&str> = doubts.iter().map(|doubt| doubt.label()).collect();
    words.join("；")
}
