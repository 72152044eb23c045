//! What waits, oldest first.

use lanmu_api::article::ArticleRow;
use lanmu_domain::role::Role;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::article::inbox;
use crate::date::{browser_now, stamp};
use crate::lazy::fetch_review_card;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::badge::StateBadge;
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
    fetch_review_card();
    let holds = move |role| session.reviews_as(role);
    let both = Memo::new(move |_| holds(Role::SectionHead) && holds(Role::Leader));
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
        <AsyncView remote=waiting let:page>
            {if page.items.is_empty() {
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
                        {page.items.into_iter().map(|row| view! { <Row row=row /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=waiting state=pages unit="篇" />
    }
}

#[component]
fn Row(
    /// What it shows.
    row: ArticleRow,
) -> impl IntoView {
    let days = (browser_now() - row.since).num_days();
    let waited = (days > 0).then(|| format!("已等待 {days} 天"));
    let returns = (row.returns > 0).then(|| format!("已退回 {} 次", row.returns));
    let since = format!("{} 送达", stamp(row.since));
    let behalf = row.on_behalf_of.map(|name| format!("代{name}办理"));
    let facts = [
        behalf,
        Some(row.department_name),
        Some(since),
        waited,
        returns,
    ];
    view! {
        <li class="article-row inbox-row">
            <StateBadge state=row.state />
            <div>
                <A href=format!("/inbox/{}", row.id) attr:class="article-row__title">
                    {row.title}
                </A>
                <p class="article-row__place">{row.column_path.join(" / ")}</p>
                <p class="article-row__place inbox-row__facts">
                    {facts
                        .into_iter()
                        .flatten()
                        .map(|fact| view! { <span>{fact}</span> })
                        .collect_view()}
                </p>
            </div>
        </li>
    }
}
