//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::page_header::PageHeader;

/// Says so, and leads home.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageHeader title="没有找到这个页面" />
        <p>"网址可能有误，或内容已被删除。"</p>
        <p>
            <A href="/">"回到今日待办"</A>
        </p>
    }
}
