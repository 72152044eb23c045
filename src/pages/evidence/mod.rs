//! 存疑发布: publications whose time cannot be taken as it stands, for the coordinator to verify.

mod row;
mod verdict_dialog;

use lanmu_api::publication::{DoubtState, PublicationRow};
use leptos::prelude::*;

use crate::api::publication::{publications, publications_file};
use crate::ui::async_view::AsyncView;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::segments::Segments;
use crate::ui::url_state::use_url_state;
use row::Row;
use verdict_dialog::VerdictDialog;

/// The publication to be judged, and whether it is to be accepted.
type Chosen = Option<(PublicationRow, bool)>;

/// The page.
#[component]
pub fn Evidence() -> impl IntoView {
    let (state, pages) = (use_url_state("state"), use_url_state("pages"));
    let doubt = move || state.one_of().unwrap_or(DoubtState::Open);
    let list = use_remote(move || {
        let doubt = doubt();
        first_pages(pages_of(pages), move |after| publications(doubt, after))
    });
    let (open, chosen) = (RwSignal::new(false), RwSignal::new(Chosen::None));
    let choose = UnsyncCallback::new(move |(row, accepted)| {
        chosen.set(Some((row, accepted)));
        open.set(true);
    });
    let file = Signal::derive(move || publications_file(doubt()));
    let choices = DoubtState::ALL
        .map(|state| (state.key(), state.label()))
        .to_vec();
    view! {
        <PageHeader
            title="存疑发布"
            subtitle="发布时间不合常理的发布记录，核实之前不计入栏目更新。"
        >
            <ExportLinks href=file />
        </PageHeader>
        <div class="evidence-filter">
            <Segments label="核实情况" choices=choices state=state />
        </div>
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                let (title, hint) = nothing(doubt());
                view! { <EmptyState title=title hint=hint /> }.into_any()
            } else {
                view! {
                    <ul class="evidence-list">
                        {page
                            .items
                            .into_iter()
                            .map(|row| view! { <Row row=row choose=choose /> })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=list state=pages unit="条" />
        <VerdictDialog
            open=open
            chosen=chosen
            done=UnsyncCallback::new(move |()| list.refetch())
        />
    }
}

const fn nothing(state: DoubtState) -> (&'static str, &'static str) {
    match state {
        DoubtState::Open => ("没有待核实的存疑发布", "登记的发布时间存疑时，会列在这里。"),
        DoubtState::Accepted => ("还没有认定有效的存疑发布", ""),
        DoubtState::Rejected => ("还没有认定无效的存疑发布", ""),
    }
}
