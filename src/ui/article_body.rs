//! The text of an article.

use leptos::prelude::*;

/// HTML that the server cleaned when it was stored.
#[component]
pub fn ArticleBody(
    /// The HTML.
    html: String,
) -> impl IntoView {
    view! { <div class="article-body" inner_html=html></div> }
}
