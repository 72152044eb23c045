//! The list of articles, with its filters in the address.

use lanmu_api::article::ArticleRow;
use lanmu_api::change::Area;
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::permission::Permission;
use lanmu_domain::review::ArticleState;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::article::{ArticleFilter, articles, articles_file};
use crate::date::{long_day, stamp};
use crate::live::refetch_on;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::badge::{EmergencyMark, StateBadge};
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::export_links::ExportLinks;
use crate::ui::facts::facts;
use crate::ui::field::Field;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
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
    let attribute = use_url_state("attribute");
    let pages = use_url_state("pages");
    let filter = Memo::new(move |_| {
        let text = |text: String| (!text.is_empty()).then_some(text);
        ArticleFilter {
            state: state.one_of(),
            attribute: PublicAttribute::from_key(&attribute.get()),
            q: text(words.get()),
            ..Default::default()
        }
    });
    let list = use_remote(move || {
        let filter = filter.get();
        first_pages(pages_of(pages), move |after| {
            let filter = filter.clone();
            async move { articles(ArticleFilter { after, ..filter }).await }
        })
    });
    let file = Signal::derive(move || filter.with(articles_file));
    refetch_on(list, |changes| changes.touches(Area::Articles));
    let choices: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(ArticleState::ALL.map(|state| Choice::new(state.key(), state.label())))
        .collect();
    let typed = RwSignal::new(words.text.get_untracked());
    let attributes: Vec<Choice> = std::iter::once(Choice::new("", "全部"))
        .chain(PublicAttribute::ALL.map(|one| Choice::new(one.key(), one.label())))
        .collect();
    let search = move || {
        words.set(typed.get_untracked().trim());
    };
    view! {
        <PageHeader title="稿件">
            <ExportLinks href=file />
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
                on_change=move |value| state.set(value)
            />
            <Select
                id="filter-attribute"
                label="公开属性"
                choices=attributes
                value=attribute.text
                on_change=move |value| attribute.set(value)
            />
            <Field id="filter-q" label="标题" value=typed kind="search" />
            <Button submit=true>"查询"</Button>
        </form>
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! { <EmptyState title="没有符合条件的稿件" hint="可以更换筛选条件，或开始写稿。" /> }
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
        <LoadMore remote=list state=pages unit="篇" />
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
    let attribute = row
        .attribute
        .filter(|attribute| !attribute.is_publishable())
        .map(|attribute| attribute.label().to_owned());
    let assess = row
        .assess_by
        .map(|day| format!("{}前评估审查", long_day(day)));
    let returns = (row.returns > 0).then(|| format!("退回 {} 次", row.returns));
    let told = [
        Some(row.column_path.join(" / ")),
        Some(row.department_name),
        Some(row.created_by),
        Some(stamp(row.since)),
        attribute,
        assess,
        returns,
    ];
    let told = told.into_iter().flatten();
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
                    {facts(told)}
                </p>
            </div>
        </li>
    }
}
