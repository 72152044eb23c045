//! Every rule that applies, with where it comes from.

use lanmu_api::matrix::OwnerJudgement;
use lanmu_domain::freshness::RuleJudgement;
use lanmu_domain::rule::AppliedRule;
use leptos::prelude::*;

use crate::date::long_day;
use crate::ui::badge::StatusBadge;

/// 适用规则.
#[component]
pub fn Rules(
    /// The rules.
    rules: Vec<AppliedRule>,
    /// Those of the cell that a setting replaced.
    set_aside: Vec<AppliedRule>,
    /// What each says is shown where one judgement holds for all owners.
    judgements: Vec<OwnerJudgement>,
) -> impl IntoView {
    let said: Vec<RuleJudgement> = match judgements.as_slice() {
        [only] => only.judgement.by_rule.clone(),
        _ => Vec::new(),
    };
    let deciding = match judgements.as_slice() {
        [only] => only.judgement.deciding,
        _ => None,
    };
    let items = rules
        .into_iter()
        .enumerate()
        .map(|(index, rule)| {
            let said = said.iter().find(|said| said.rule == index).cloned();
            view! { <RuleItem rule=rule said=said deciding=deciding == Some(index) /> }
        })
        .collect::<Vec<_>>();
    let none = items.is_empty();
    view! {
        <section class="duty-section" aria-labelledby="rules-title">
            <h2 id="rules-title">"适用规则"</h2>
            {none
                .then(|| {
                    view! { <p class="duty-none">"没有可识别的更新要求，不计算期限。请协调人确认。"</p> }
                })}
            <ul class="duty-items card" hidden=none>
                {items}
            </ul>
            <SetAside rules=set_aside />
        </section>
    }
}

#[component]
fn RuleItem(
    /// The rule.
    rule: AppliedRule,
    /// What it says today.
    said: Option<RuleJudgement>,
    /// Whether the status of the duty is the one that it gives.
    deciding: bool,
) -> impl IntoView {
    view! {
        <li>
            <p class="duty-rule__head">
                <strong>{rule.rule.label()}</strong>
                <span class="tag">{rule.source.label()}</span>
                {rule
                    .inherited_from
                    .map(|column| view! { <span class="tag">{format!("继承自“{column}”")}</span> })}
                {said.as_ref().map(|said| view! { <StatusBadge status=said.status /> })}
                {deciding.then(|| view! { <span class="tag tag--strong">"决定当前状态"</span> })}
            </p>
            {said.map(|said| view! { <p>{said.arithmetic}</p> })}
            <p class="duty-note">{format!("原文：{}", rule.source_text)}</p>
            {rule
                .effective_from
                .map(|day| {
                    view! { <p class="duty-note">{format!("自{}起执行", long_day(day))}</p> }
                })}
            {(!rule.basis.is_empty())
                .then(|| view! { <p class="duty-note">{format!("依据：{}", rule.basis)}</p> })}
            {rule
                .conflict
                .map(|conflict| {
                    view! { <p class="duty-conflict">{format!("要求不一致：{conflict}")}</p> }
                })}
        </li>
    }
}

/// What the table says and a coordinator's setting replaced; nothing where nothing was.
#[component]
fn SetAside(
    /// The rules of the cell.
    rules: Vec<AppliedRule>,
) -> impl IntoView {
    if rules.is_empty() {
        return ().into_any();
    }
    let items = rules
        .into_iter()
        .map(|rule| {
            view! {
                <li>
                    <p class="duty-rule__head">
                        <s>{rule.rule.label()}</s>
                        <span class="tag">{rule.source.label()}</span>
                    </p>
                    <p class="duty-note">{format!("原文：{}", rule.source_text)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3 class="duty-manage__title">"已由设定的要求替代"</h3>
        <ul class="duty-items card">{items}</ul>
    }
    .into_any()
}
