//! What a reviewer should know beside the text. What was found in the text comes first, then what
//! others said of it.

use lanmu_api::article::ArticleView;
use leptos::prelude::*;

use crate::ui::findings::ArticleFindings;
use crate::ui::opinions::Opinions;
use crate::ui::remote::Remote;

/// The column beside the text; it scrolls by itself.
#[component]
pub fn Side(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    view! {
        <div class="review-card__side" tabindex="0" role="region" aria-label="审核参考">
            <ArticleFindings view=view.clone() remote=remote />
            <section aria-labelledby="earlier-opinions">
                <h2 id="earlier-opinions">"审核意见"</h2>
                <Opinions opinions=view.opinions />
            </section>
        </div>
    }
}
