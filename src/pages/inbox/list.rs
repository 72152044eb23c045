//! What waits, oldest first.

use lanmu_api::bulk::InboxRow;
use lanmu_api::change::Area;
use lanmu_domain::review::ArticleState;
use lanmu_domain::role::Role;
use leptos::prelude::*;

use super::bulk::BulkBar;
use super::row::Row;
use super::selection::Selection;
use crate::api::article::inbox;
use crate::lazy::fetch_review_card;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::Answered;
use crate::ui::empty_state::EmptyState;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::segments::Segments;
use crate::ui::url_state::use_url_state;

/// The page.
#[component]
pub fn Inbox() -> impl IntoView {
    let session = use_session();
    let (stage, pages) = (use_url_state("stage"), use_url_state("pages"));
    let waiting = use_remote(move || {
        let stage = stage.one_of();
        first_pages(pages_of(pages), move |after| inbox(stage, after))
    });
    refetch_on(waiting, |changes| {
        changes.touches(Area::Articles) || changes.touches(Area::People)
    });
    // What one came for is shown first.
    let fetched = StoredValue::new(false);
    Effect::new(move |_| {
        if waiting.with(Option::is_some) && !fetched.get_value() {
            fetched.set_value(true);
            request_idle_callback(fetch_review_card);
        }
    });
    let holds = move |role| session.reviews_as(role);
    let both = Memo::new(move |_| holds(Role::SectionHead) && holds(Role::Leader));
    let items = Memo::new(move |before: Option<&Vec<InboxRow>>| match waiting.get() {
        Some(Ok(page)) => page.items,
        _ => before.cloned().unwrap_or_default(),
    });
    let selection = Selection::new(items);
    let release = Memo::new(move |_| {
        let waits = |item: &InboxRow| item.row.state == ArticleState::InReleaseReview;
        items.with(|items| items.iter().any(waits))
    });
    // Whether anything waits, not what: lines that stay are not drawn anew, and keep the focus.
    let empty = Memo::new(move |_| {
        let answer = waiting.get();
        answer.map(|answer| answer.map(|page| page.items.is_empty()))
    });
    view! {
        <PageHeader title="审核箱" subtitle="等待您审核的稿件，等待最久的排在最前" />
        <Show when=move || both.get()>
            <div class="filters">
                <Segments
                    label="环节"
                    choices=vec![("", "全部"), ("section", "待审核"), ("release", "待审发")]
                    state=stage
                />
            </div>
        </Show>
        <BulkBar selection=selection shown=release waiting=waiting />
        <Answered answer=empty on_retry=move || waiting.refetch() let:nothing>
            {if nothing {
                view! {
                    <EmptyState
                        title="没有等待您审核的稿件"
                        hint="填录人员提交或股室领导审核通过后，稿件会出现在这里。"
                    />
                }
                    .into_any()
            } else {
                view! {
                    <ul class="article-list">
                        <For
                            each=move || items.get()
                            key=|item| (item.row.id, item.version, item.left_out.clone())
                            let:item
                        >
                            <Row item=item selection=Some(selection) />
                        </For>
                    </ul>
                }
                    .into_any()
            }}
        </Answered>
        <LoadMore remote=waiting state=pages unit="篇" />
    }
}
