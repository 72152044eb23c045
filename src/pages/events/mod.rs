//! 触发事件: what happened, what it obliges to, and registering it.

mod cancel_dialog;
mod filters;
pub mod form;
mod item;
mod new;
mod obligations;

use std::collections::BTreeSet;

use lanmu_api::event::EventQuery;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::event::{events, events_file};
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::Look;
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use filters::{FilterFields, use_filters};
use item::Item;

pub use new::NewEvent;

/// The page.
#[component]
pub fn Events() -> impl IntoView {
    let session = use_session();
    let filters = use_filters();
    let list = use_remote(move || {
        let query = filters.query();
        first_pages(pages_of(filters.pages), move |after| {
            events(EventQuery {
                after,
                ..query.clone()
            })
        })
    });
    // What stands open stays open when the list is fetched again.
    let unfolded = RwSignal::new(BTreeSet::new());
    let refetch = UnsyncCallback::new(move |()| list.refetch());
    let file = Signal::derive(move || events_file(filters.query()));
    view! {
        <PageHeader title="触发事件">
            <ExportLinks href=file />
            {move || {
                session
                    .may(Permission::RegisterEvents)
                    .then(|| {
                        view! {
                            <A href="/events/new" attr:class=Look::Primary.class()>
                                "登记触发事件"
                            </A>
                        }
                    })
            }}
        </PageHeader>
        <FilterFields filters=filters />
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! {
                    <EmptyState
                        title="没有符合条件的触发事件"
                        hint="文件发布、参加活动或内容变化后，由填录人员登记，有关栏目即产生更新期限。"
                    />
                }
                    .into_any()
            } else {
                view! {
                    <ul class="event-list">
                        {page
                            .items
                            .into_iter()
                            .map(|event| {
                                view! { <Item event=event unfolded=unfolded done=refetch /> }
                            })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=list state=filters.pages unit="件" />
    }
}
