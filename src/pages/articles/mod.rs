//! 稿件.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 稿件.
#[component]
pub fn Articles() -> impl IntoView {
    view! { <PageHeader title="稿件" /> }
}

/// 写稿.
#[component]
pub fn NewArticle() -> impl IntoView {
    view! { <PageHeader title="写稿" /> }
}

/// 稿件.
#[component]
pub fn Article() -> impl IntoView {
    view! { <PageHeader title="稿件" /> }
}

/// 修改稿件.
#[component]
pub fn EditArticle() -> impl IntoView {
    view! { <PageHeader title="修改稿件" /> }
}
