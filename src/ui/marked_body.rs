//! The text of an article with the passage that was sent back.

use lanmu_api::article::{OpinionView, Verdict};
use lanmu_domain::article::{Passage, with_marks};
use leptos::prelude::*;

use super::article_body::ArticleBody;

/// The passage that the last return was about.
#[must_use]
pub fn returned_passage(opinions: &[OpinionView]) -> Option<&Passage> {
    let newest = opinions.iter().find(|o| o.verdict == Verdict::Returned)?;
    newest.passage.as_ref()
}

/// The text; the passage of the last return is marked while its words stand there.
#[component]
pub fn MarkedBody(
    /// The HTML.
    html: String,
    /// What was said of the article, newest first.
    opinions: Vec<OpinionView>,
) -> impl IntoView {
    let html = match returned_passage(&opinions) {
        Some(passage) => with_marks(&html, std::slice::from_ref(passage)),
        None => html,
    };
    view! { <ArticleBody html=html /> }
}
