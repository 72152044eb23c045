//! A draft of the next version: its head, its changes, what they do, and putting it into force.

mod blank;
mod change_dialog;
mod change_form;
mod change_list;
mod choices;
mod decide;
mod effects;
mod fields;
mod group_form;
mod head;
mod loaded;
mod overlaps;
mod passed;
mod presence;
mod remark_now;
mod removal;
mod requirement;
mod stale;
mod work;

use lanmu_api::matrix_draft::DraftView;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::api::matrix_draft::draft;
use crate::date::long_stamp;
use crate::ui::async_view::AsyncView;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use change_list::ChangeList;
use decide::Decide;
use effects::Effects;
use head::Head;
use overlaps::Overlaps;
use presence::Presence;
use work::use_work;

/// The page.
#[component]
pub fn MatrixDraft() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        let text = params.with(|params| params.get("id").unwrap_or_default());
        text.parse::<i64>().unwrap_or_default()
    });
    let remote = use_remote(move || draft(id.get()));
    view! {
        <AsyncView remote=remote let:view>
            <Body view=view />
        </AsyncView>
    }
}

#[component]
fn Body(
    /// The draft as it was fetched.
    view: DraftView,
) -> impl IntoView {
    let work = use_work(view);
    let subtitle = Signal::derive(move || {
        work.draft.with(|draft| {
            format!(
                "{}拟稿，{}于{}最后修改",
                draft.created_by_name,
                draft.changed_by_name,
                long_stamp(draft.changed_at),
            )
        })
    });
    view! {
        <PageHeader title="责任表调整草案" subtitle=subtitle />
        <Presence work=work />
        <Overlaps work=work />
        <Head work=work />
        <ChangeList work=work />
        <Effects work=work />
        <Decide work=work />
    }
}
