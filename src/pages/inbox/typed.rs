//! What a reviewer typed, chose and drew. It outlives the article's being fetched again.

use lanmu_domain::article::Passage;
use lanmu_domain::review::{ReturnReason, ReturnTo};
use leptos::prelude::*;

/// The words of a card. The secrecy conclusion is not among them: it was given on a text that may
/// have changed, and has to be given again.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The opinion.
    pub opinion: RwSignal<String>,
    /// The handwritten signature as SVG path data; empty where there is none.
    pub signature: RwSignal<String>,
    /// The reason of a return, in words.
    pub reason: RwSignal<String>,
    /// The same by chips.
    pub reasons: RwSignal<Vec<ReturnReason>>,
    /// To whom it is sent back.
    pub to: RwSignal<Option<ReturnTo>>,
    /// The passage that a return is about.
    pub passage: RwSignal<Option<Passage>>,
    /// Whether this person has just decided: what comes next takes the focus.
    pub decided: RwSignal<bool>,
}

impl Typed {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            opinion: RwSignal::new(String::new()),
            signature: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            reasons: RwSignal::new(Vec::new()),
            to: RwSignal::new(Some(ReturnTo::Officer)),
            passage: RwSignal::new(None),
            decided: RwSignal::new(false),
        }
    }

    /// The decision is stored: the words lie with it.
    pub fn settle(self) {
        self.opinion.set(String::new());
        self.signature.set(String::new());
        self.reason.set(String::new());
        self.reasons.set(Vec::new());
        self.passage.set(None);
        self.decided.set(true);
    }

    /// Whether something would be lost by going on.
    #[must_use]
    pub fn holds_something(self) -> bool {
        let filled = |text: RwSignal<String>| text.with_untracked(|text| !text.trim().is_empty());
        filled(self.opinion)
            || filled(self.signature)
            || filled(self.reason)
            || self.reasons.with_untracked(|reasons| !reasons.is_empty())
    }
}
