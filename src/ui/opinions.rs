//! What reviewers said, newest first.

use lanmu_api::article::{OpinionView, Verdict};
use lanmu_domain::review::ReturnTo;
use leptos::prelude::*;

use super::handwriting::Handwriting;
use crate::date::long_stamp;

/// The list of opinions; those that no longer count say so.
#[component]
pub fn Opinions(
    /// The opinions.
    opinions: Vec<OpinionView>,
) -> impl IntoView {
    if opinions.is_empty() {
        return view! { <p class="opinions__none">"尚无审核意见。"</p> }.into_any();
    }
    view! {
        <ol class="opinions">
            {opinions.into_iter().map(|opinion| view! { <Opinion opinion=opinion /> }).collect_view()}
        </ol>
    }
    .into_any()
}

#[component]
fn Opinion(
    /// What was said.
    opinion: OpinionView,
) -> impl IntoView {
    let verdict = match opinion.verdict {
        Verdict::Approved => "同意",
        Verdict::Returned if opinion.return_to == Some(ReturnTo::Section) => "退回股室领导",
        Verdict::Returned => "退回",
    };
    let signed = format!("{}的手写签名", opinion.person_name);
    view! {
        <li class="opinion" class:opinion--voided=opinion.voided>
            <p class="opinion__head">
                <strong>{opinion.stage.label()} "　" {verdict}</strong>
                {opinion.voided.then(|| view! { <span class="badge">"已作废"</span> })}
                <span class="opinion__who">
                    {opinion.signed_name()} "（" {opinion.post} "）　" {long_stamp(opinion.at)}
                </span>
            </p>
            {opinion
                .secrecy
                .map(|secrecy| view! { <p class="opinion__said">"保密审查：" {secrecy.label()}</p> })}
            {(!opinion.text.is_empty()).then(|| view! { <p class="opinion__said">{opinion.text}</p> })}
            {opinion
                .passage
                .map(|passage| {
                    view! { <blockquote class="opinion__passage">"原文：“" {passage.quote} "”"</blockquote> }
                })}
            {opinion.signature.map(|path| view! { <Handwriting path=path label=signed /> })}
        </li>
    }
}
