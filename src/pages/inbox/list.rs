//! What waits, oldest first.

use lanmu_api::article::ArticleRow;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::article::inbox;
use crate::date::stamp;
use crate::ui::async_view::AsyncView;
use crate::ui::badge::StateBadge;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;

/// The page.
#[component]
pub fn Inbox() -> impl IntoView {
    let stage = use_url_state("stage");
    let after = use_url_state("after");
    let waiting = use_remote(move || {
        let after = after.get();
        inbox(stage.one_of(), (!after.is_empty()).then_some(after))
    });
    let stages = vec![
        Choice::new("", "全部"),
        Choice::new("section", "待审核"),
        Choice::new("release", "待审发"),
    ];
    let subtitle = Signal::derive(move || {
        waiting
            .get()
            .and_then(Result::ok)
            .map(|page| {
                format!(
                    "等待您审核的稿件共 {} 篇，等待最久的排在最前",
                    page.meta.total
                )
            })
            .unwrap_or_default()
    });
    view! {
        <PageHeader title="审核箱" subtitle=subtitle />
        <div class="filters">
            <Select
                id="inbox-stage"
                label="环节"
                choices=stages
                value=stage.text
                on_change=move |value| {
                    after.set("");
                    stage.set(value);
                }
            />
        </div>
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
                let next = page.meta.next.clone();
                view! {
                    <ul class="article-list">
                        {page.items.into_iter().map(|row| view! { <Row row=row /> }).collect_view()}
                    </ul>
                    {next
                        .map(|next| {
                            view! {
                                <Button on_press=move |()| after.set(next.clone())>"下一页"</Button>
                            }
                        })}
                }
                    .into_any()
            }}
        </AsyncView>
    }
}

#[component]
fn Row(
    /// What it shows.
    row: ArticleRow,
) -> impl IntoView {
    let returns = (row.returns > 0).then(|| format!("　已退回 {} 次", row.returns));
    view! {
        <li class="article-row">
            <StateBadge state=row.state />
            <div>
                <A href=format!("/inbox/{}", row.id) attr:class="article-row__title">
                    {row.title}
                </A>
                <p class="article-row__place">
                    {row.column_path.join(" / ")} "　" {row.department_name} "　" {stamp(row.since)} " 送审"
                    {returns}
                </p>
            </div>
        </li>
    }
}
