//! 台账.

use leptos::prelude::*;

use crate::ui::page_header::PageHeader;

/// 台账.
#[component]
pub fn Ledger() -> impl IntoView {
    view! { <PageHeader title="台账" /> }
}
