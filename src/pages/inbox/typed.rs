//! What a reviewer typed. It outlives the article's being fetched again.

use leptos::prelude::*;

/// The words of a card. The secrecy conclusion is not among them: it was given on a text that may
/// have changed, and has to be given again.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The opinion.
    pub opinion: RwSignal<String>,
    /// The reason of a return.
    pub reason: RwSignal<String>,
    /// Whether this person has just decided: what comes next takes the focus.
    pub decided: RwSignal<bool>,
}

impl Typed {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            opinion: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            decided: RwSignal::new(false),
        }
    }

    /// The decision is stored: the words lie with it.
    pub fn settle(self) {
        self.opinion.set(String::new());
        self.reason.set(String::new());
        self.decided.set(true);
    }
}
