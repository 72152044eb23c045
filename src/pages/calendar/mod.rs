//! 更新日历.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 更新日历.
#[component]
pub fn Calendar() -> impl IntoView {
    view! { <PageHeader title="更新日历" /> }
}
