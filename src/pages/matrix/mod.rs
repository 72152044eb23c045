//! 责任矩阵.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 责任矩阵.
#[component]
pub fn Matrix() -> impl IntoView {
    view! { <PageHeader title="责任矩阵" /> }
}

/// 栏目责任.
#[component]
pub fn Duty() -> impl IntoView {
    view! { <PageHeader title="栏目责任" /> }
}
