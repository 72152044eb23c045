//! 审核箱.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 审核箱.
#[component]
pub fn Inbox() -> impl IntoView {
    view! { <PageHeader title="审核箱" /> }
}

/// 审核.
#[component]
pub fn ReviewCard() -> impl IntoView {
    view! { <PageHeader title="审核" /> }
}
