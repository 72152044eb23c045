//! 更正: which item this one corrects, and which one corrects it.

use lanmu_api::article::{ArticleLink, ArticleView};
use leptos::prelude::*;
use leptos_router::components::A;

/// A line for each; nothing for items that neither correct nor were corrected.
#[component]
pub fn Corrections(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let line = |words: &'static str, link: ArticleLink| {
        let title = if link.title.is_empty() {
            "（未填标题）".to_owned()
        } else {
            link.title
        };
        view! {
            <p class="notice correction-line">
                {words} <A href=format!("/articles/{}", link.id)>{format!("《{title}》")}</A>
                {format!("（{}）", link.state.label())}
            </p>
        }
    };
    let corrects = view.corrects.map(|link| line("本稿更正", link));
    let by = view.corrected_by.map(|link| line("更正稿件", link));
    view! {
        {corrects}
        {by}
    }
}
