//! The review card: all that a reviewer needs, and both buttons always in reach.

use lanmu_api::article::ArticleView;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::decision::Decision;
use crate::api::article::article;
use crate::date::stamp;
use crate::ui::article_body::ArticleBody;
use crate::ui::async_view::AsyncView;
use crate::ui::badge::StateBadge;
use crate::ui::opinions::Opinions;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;

/// The page.
#[component]
pub fn ReviewCard() -> impl IntoView {
    let params = use_params_map();
    let id = move || {
        params
            .with(|params| params.get("id")?.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let remote = use_remote(move || article(id()));
    view! {
        <AsyncView remote=remote let:view>
            <article class="review-card">
                <Head view=view.clone() />
                <div class="review-card__columns">
                    <div class="review-card__text">
                        <Text view=view.clone() />
                    </div>
                    <section class="review-card__opinions" aria-label="审核意见">
                        <h2>"审核意见"</h2>
                        <Opinions opinions=view.opinions.clone() />
                    </section>
                </div>
                <Decision view=view remote=remote />
            </article>
        </AsyncView>
    }
}

/// Title, place, state, attribute, source: what the decision is about.
#[component]
fn Head(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let place = format!(
        "{}　{}",
        view.row.column_path.join(" / "),
        view.row.department_name
    );
    let attribute = view
        .content
        .attribute
        .map_or("未选择", |attribute| attribute.label());
    let reason = [
        view.content.attribute_reason.as_str(),
        view.content.legal_basis.as_str(),
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join("；");
    let source = match &view.content.source {
        lanmu_domain::article::Source::Original => "原创".to_owned(),
        lanmu_domain::article::Source::Reprint { name, url } => format!("转载自 {name}（{url}）"),
    };
    let number = view.content.document_number.clone();
    let returns = view.row.returns;
    view! {
        <PageHeader title=view.row.title.clone() subtitle=place>
            <StateBadge state=view.row.state />
        </PageHeader>
        <dl class="facts review-card__facts">
            <dt>"公开属性"</dt>
            <dd>
                <strong>{attribute}</strong>
                {(!reason.is_empty()).then(|| format!("　{reason}"))}
            </dd>
            <dt>"来源"</dt>
            <dd>{source}</dd>
            {(!number.is_empty()).then(|| view! { <dt>"文号"</dt><dd>{number}</dd> })}
            <dt>"撰写"</dt>
            <dd>{view.author_name}</dd>
            {(returns > 0).then(|| view! { <dt>"退回"</dt><dd>{format!("{returns} 次")}</dd> })}
        </dl>
    }
}

/// The text under review, beside what is public now.
#[component]
fn Text(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let shows_live = RwSignal::new(false);
    let Some(live) = view.live else {
        return view! {
            <p class="review-card__first">"首次发布，网站上尚无此稿。"</p>
            <ArticleBody html=view.content.body />
        }
        .into_any();
    };
    let published = format!("网站上的版本（{} 发布）", stamp(live.publication.at));
    let (current, former) = (view.content.body, live.content.body);
    view! {
        <div class="review-card__versions" role="group" aria-label="比较">
            <button
                type="button"
                class="button"
                aria-pressed=move || (!shows_live.get()).to_string()
                on:click=move |_| shows_live.set(false)
            >
                "本次送审"
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || shows_live.get().to_string()
                on:click=move |_| shows_live.set(true)
            >
                {published}
            </button>
        </div>
        {move || {
            let html = if shows_live.get() { former.clone() } else { current.clone() };
            view! { <ArticleBody html=html /> }
        }}
    }
    .into_any()
}

/// Where a reviewer goes from a card that is done.
#[component]
pub(super) fn Onward() -> impl IntoView {
    view! {
        <A href="/inbox" attr:class="button">
            "回到审核箱"
        </A>
    }
}
