//! The files that a text names, for whoever reads it.

use lanmu_domain::article::{Reference, references};
use leptos::prelude::*;

/// A line for each file, pictures with what they say; nothing without files.
#[component]
pub fn AttachmentList(
    /// The text as HTML.
    body: String,
) -> impl IntoView {
    let mut found: Vec<Reference> = Vec::new();
    for one in references(&body) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    (!found.is_empty()).then(|| {
        view! {
            <section class="attachment-list" aria-label="附件">
                <h2>"附件"</h2>
                <ul>
                    {found
                        .into_iter()
                        .map(|one| {
                            let says = one.alt.map(|alt| format!("图片，替代文字：{alt}"));
                            view! {
                                <li>
                                    <a href=one.address target="_blank" rel="noopener noreferrer">
                                        {one.name}
                                    </a>
                                    {says.map(|says| view! { <span>{says}</span> })}
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}
