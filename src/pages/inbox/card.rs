//! The review card: all that a reviewer needs, and both buttons always in reach.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::decision::Decision;
use super::head::Head;
use super::text::Text;
use super::typed::Typed;
use crate::api::article::article;
use crate::ui::async_view::AsyncView;
use crate::ui::empty_stage::EmptyStage;
use crate::ui::opinions::Opinions;
use crate::ui::remote::use_remote;

/// The page. Another article is another card: nothing typed on the one before comes along.
#[component]
pub fn ReviewCard() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    });
    move || view! { <Card id=id.get() /> }
}

#[component]
fn Card(
    /// The article.
    id: i64,
) -> impl IntoView {
    let remote = use_remote(move || article(id));
    let typed = Typed::new();
    view! {
        <AsyncView remote=remote let:view>
            <article class="review-card">
                <Head view=view.clone() />
                <EmptyStage view=view.clone() />
                <div class="review-card__columns">
                    <section class="review-card__opinions" aria-labelledby="earlier-opinions">
                        <h2 id="earlier-opinions">"审核意见"</h2>
                        <div class="review-card__opinion-list" tabindex="0" role="region" aria-labelledby="earlier-opinions">
                            <Opinions opinions=view.opinions.clone() />
                        </div>
                    </section>
                    <section class="review-card__text" aria-label="稿件内容">
                        <Text view=view.clone() />
                    </section>
                </div>
                <Decision view=view remote=remote typed=typed />
            </article>
        </AsyncView>
    }
}
