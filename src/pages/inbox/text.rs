//! The text under review, beside what is public now.

use lanmu_api::article::ArticleView;
use leptos::prelude::*;

use crate::date::stamp;
use crate::ui::article_body::ArticleBody;

/// The text; where an earlier revision is public, a tap shows that one.
#[component]
pub fn Text(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let Some(live) = view.live else {
        return view! {
            <p class="review-card__first">"首次发布，网站上尚无此稿。"</p>
            <ArticleBody html=view.content.body />
        }
        .into_any();
    };
    let shows_live = RwSignal::new(false);
    let published = format!("已发布版本（{}）", stamp(live.publication.at));
    let current = (view.content.title, view.content.body);
    let former = (live.content.title, live.content.body);
    let retitled = current.0 != former.0;
    view! {
        <div class="review-card__versions" role="group" aria-label="与已发布版本对照">
            <button
                type="button"
                class="button"
                aria-pressed=move || (!shows_live.get()).to_string()
                on:click=move |_| shows_live.set(false)
            >
                "本次送审"
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || shows_live.get().to_string()
                on:click=move |_| shows_live.set(true)
            >
                {published}
            </button>
        </div>
        {move || {
            let (title, html) = if shows_live.get() { former.clone() } else { current.clone() };
            view! {
                {retitled.then(|| view! { <p class="review-card__version-title">{title}</p> })}
                <ArticleBody html=html />
            }
        }}
    }
    .into_any()
}
