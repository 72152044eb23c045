//! The head of a review card.

use lanmu_api::article::ArticleView;
use lanmu_api::review_card::ReviewCardView;
use leptos::prelude::*;

use crate::date::{long_day, long_stamp};
use crate::ui::badge::{EmergencyMark, StateBadge, StatusBadge};
use crate::ui::page_header::PageHeader;

/// Title, place, deadline, attribute, source: what the decision is about.
#[component]
pub fn Head(
    /// The article.
    view: ArticleView,
    /// What is known beside it.
    facts: Memo<Option<ReviewCardView>>,
    /// The way to the items before and after.
    children: Children,
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
    let source = content.source.words();
    let returns = match view.row.returns {
        0 => String::new(),
        times => format!("{times} 次"),
    };
    let arrived = view.row.since;
    // Where it has come to this stage since, both times are worth knowing.
    let submitted = move || {
        let at = facts.get()?.submitted_at?;
        (long_stamp(at) != long_stamp(arrived)).then(|| fact("提交", long_stamp(at)))
    };
    view! {
        <PageHeader title=view.row.title subtitle=place>
            <EmergencyMark emergency=view.row.emergency />
            <StateBadge state=view.row.state />
            {children()}
        </PageHeader>
        <dl class="review-card__facts">
            <Deadline facts=facts />
            <div class="review-card__fact">
                <dt>"公开属性"</dt>
                <dd>
                    <strong>{attribute}</strong>
                </dd>
            </div>
            {fact("理由", content.attribute_reason)} {fact("法律依据", content.legal_basis)}
            {fact("来源", source)} {fact("文号", content.document_number)}
            {fact("撰写", view.author_name)} {submitted} {fact("送达", long_stamp(arrived))}
            {fact("已退回", returns)}
        </dl>
    }
}

/// When the column must be updated.
#[component]
fn Deadline(
    /// What is known beside the article.
    facts: Memo<Option<ReviewCardView>>,
) -> impl IntoView {
    move || {
        let due = facts.get()?.due?;
        let left = match due.days_left {
            0 => "今天到期".to_owned(),
            days if days > 0 => format!("还有 {days} 天"),
            days => format!("已超 {} 天", -days),
        };
        Some(view! {
            <div class="review-card__fact">
                <dt>"栏目期限"</dt>
                <dd>
                    {long_day(due.due)} "　" {left} " " <StatusBadge status=due.status />
                </dd>
            </div>
        })
    }
}
