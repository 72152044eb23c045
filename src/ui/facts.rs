//! Facts in a row, each kept together.

use leptos::prelude::*;

/// The facts one after the other: the line breaks between two of them, not inside one.
pub fn facts(facts: impl IntoIterator<Item = String>) -> impl IntoView {
    facts
        .into_iter()
        .enumerate()
        .map(|(index, fact)| {
            view! {
                {(index > 0).then_some("　")}
                <span class="fact">{fact}</span>
            }
        })
        .collect_view()
}
