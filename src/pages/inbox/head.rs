//! The head of a review card.

use lanmu_api::article::ArticleView;
use lanmu_domain::article::Source;
use leptos::prelude::*;

use crate::date::stamp;
use crate::ui::badge::StateBadge;
use crate::ui::page_header::PageHeader;

/// Title, place, state, attribute, source: what the decision is about.
#[component]
pub fn Head(
    /// The article.
    view: ArticleView,
) -> impl IntoView {
    let place = format!(
        "{}　{}",
        view.row.column_path.join(" / "),
        view.row.department_name
    );
    let content = view.content;
    let attribute = content
        .attribute
        .map_or("未选择", |attribute| attribute.label());
    let fact = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            view! {
                <div class="review-card__fact">
                    <dt>{name}</dt>
                    <dd>{text}</dd>
                </div>
            }
        })
    };
    let source = match content.source {
        Source::Original => "原创".to_owned(),
        Source::Reprint { name, url } => format!("转载自 {name}（{url}）"),
    };
    let returns = match view.row.returns {
        0 => String::new(),
        times => format!("{times} 次"),
    };
    view! {
        <PageHeader title=view.row.title subtitle=place>
            <StateBadge state=view.row.state />
        </PageHeader>
        <dl class="review-card__facts">
            <div class="review-card__fact">
                <dt>"公开属性"</dt>
                <dd>
                    <strong>{attribute}</strong>
                </dd>
            </div>
            {fact("理由", content.attribute_reason)} {fact("法律依据", content.legal_basis)}
            {fact("来源", source)} {fact("文号", content.document_number)}
            {fact("撰写", view.author_name)} {fact("送达", stamp(view.row.since))}
            {fact("已退回", returns)}
        </dl>
    }
}
