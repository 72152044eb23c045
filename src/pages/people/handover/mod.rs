//! 工作交接: what somebody holds goes to a successor in one act.

mod form;
mod held;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::api::handover::handover;
use crate::ui::async_view::AsyncView;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use form::Form;

/// The page.
#[component]
pub fn Handover() -> impl IntoView {
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let remote = use_remote(move || handover(id()));
    let title = Signal::derive(move || {
        let known = remote.get().and_then(Result::ok);
        known.map_or("工作交接".to_owned(), |view| {
            format!("工作交接：{}", view.name)
        })
    });
    view! {
        <PageHeader title=title subtitle="岗位和在办事项一次移交给接手人，即时生效" />
        <AsyncView remote=remote let:view>
            <Form view=view />
        </AsyncView>
    }
}
