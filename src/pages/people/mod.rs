//! 人员与岗位.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 人员与岗位.
#[component]
pub fn People() -> impl IntoView {
    view! { <PageHeader title="人员与岗位" /> }
}
