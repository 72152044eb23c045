//! The list of articles, with its filters in the address.

use lanmu_api::article::ArticleRow;
use lanmu_api::change::Area;
use lanmu_domain::permission::Permission;
use lanmu_domain::review::ArticleState;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::article::{ArticleFilter, articles};
use crate::date::stamp;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::badge::{EmergencyMark, StateBadge};
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::Field;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::select::{Choice, Select};
use crate::ui::url_state::use_url_state;

/// The page.
#[component]
pub fn Articles() -> impl IntoView {
    let session = use_session();
    let state = use_url_state("state");
    let words = use_url_state("q");
    let after = use_url_state("after");
    let list = use_remote(move || {
        let text = |text: String| (!text.is_empty()).then_some(text);
        articles(ArticleFilter {
            state: state.one_of(),
            q: text(words.get()),
            after: text(after.get()),
            ..Default::default()
        })
    });
    refetch_on(list, |changes| changes.touches(Area::Articles));
    let choices: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(ArticleState::ALL.map(|state| Choice::new(state.key(), state.label())))
        .collect();
    let typed = RwSignal::new(words.text.get_untracked());
    let search = move || {
        after.set("");
        words.set(typed.get_untracked().trim());
    };
    view! {
        <PageHeader title="稿件">
            {move || {
                session
                    .may(Permission::WriteArticles)
                    .then(|| {
                        view! {
                            <A href="/articles/new" attr:class=Look::Primary.class()>
                                "写稿"
                            </A>
                        }
                    })
            }}
        </PageHeader>
        <form
            class="filters"
            on:submit=move |event| {
                event.prevent_default();
                search();
            }
        >
            <Select
                id="filter-state"
                label="状态"
                choices=choices
                value=state.text
                on_change=move |value| {
                    after.set("");
                    state.set(value);
                }
            />
            <Field id="filter-q" label="标题" value=typed kind="search" />
            <Button submit=true>"查询"</Button>
        </form>
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! { <EmptyState title="没有符合条件的稿件" hint="可以更换筛选条件，或开始写稿。" /> }
                    .into_any()
            } else {
                let next = page.meta.next.clone();
                view! {
                    <p class="list-count">{format!("共 {} 篇", page.meta.total)}</p>
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
    let title = if row.title.is_empty() {
        "（未填标题）".to_owned()
    } else {
        row.title
    };
    let returns = (row.returns > 0).then(|| format!("　退回 {} 次", row.returns));
    view! {
        <li class="article-row">
            <div class="article-row__badges">
                <StateBadge state=row.state />
                <EmergencyMark emergency=row.emergency />
            </div>
            <div>
                <A href=format!("/articles/{}", row.id) attr:class="article-row__title">
                    {title}
                </A>
                <p class="article-row__place">
                    {row.column_path.join(" / ")} "　" {row.department_name} "　" {row.created_by} "　"
                    {stamp(row.since)} {returns}
                </p>
            </div>
        </li>
    }
}
