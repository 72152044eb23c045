//! 同意 and 退回, with the secrecy conclusion, always in view.

use lanmu_api::article::{ApproveArticle, ArticleView};
use lanmu_api::error::ErrorCode;
use lanmu_domain::review::{ActKind, Availability, SecrecyConclusion, Stage};
use leptos::prelude::*;

use super::card::Onward;
use super::return_dialog::ReturnDialog;
use crate::api::article::approve;
use crate::date::browser_now;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::review_case::availabilities;
use crate::ui::toast::use_toasts;

/// The bar at the foot of the card.
#[component]
pub fn Decision(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let session = use_session();
    let Some(stage) = view.row.state.awaited_stage() else {
        return view! {
            <div class="decision">
                <p>{format!("本稿{}，没有等待审核的环节。", view.row.state.label())}</p>
                <Onward />
            </div>
        }
        .into_any();
    };
    let open_acts = session
        .actor()
        .map(|actor| availabilities(&view, &actor, browser_now()))
        .unwrap_or_default();
    let against = |act: ActKind| {
        let found = open_acts
            .iter()
            .find(|availability: &&Availability| availability.act == act);
        found
            .map(|availability| availability.refusals.clone())
            .unwrap_or_default()
    };
    let refusals = against(ActKind::Approve);
    let cannot_return = !against(ActKind::Return).is_empty();
    let cannot_approve = !refusals.is_empty();
    let reasons: String = refusals.iter().map(|refusal| refusal.message()).collect();
    view! { <Bar view=view remote=remote stage=stage cannot_approve cannot_return reasons /> }
        .into_any()
}

#[component]
fn Bar(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
    /// The stage that is awaited.
    stage: Stage,
    /// Whether 同意 is closed to this person.
    cannot_approve: bool,
    /// Whether 退回 is closed to this person.
    cannot_return: bool,
    /// Why.
    reasons: String,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version, revision) = (view.row.id, view.version, view.revision.clone());
    let secrecy = RwSignal::new(None::<SecrecyConclusion>);
    let opinion = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let returning = RwSignal::new(false);
    let asks_secrecy = stage == Stage::Section;
    let agree = use_act(
        move |form: ApproveArticle, key| approve(id, form, key),
        move |_| {
            toasts.say(if stage == Stage::Release {
                "已审发"
            } else {
                "已同意，送分管领导审发"
            });
            remote.refetch();
        },
    );
    let approved = revision.clone();
    let press = move || {
        missing.set(asks_secrecy && secrecy.get_untracked().is_none());
        if !missing.get_untracked() {
            agree.run(ApproveArticle {
                version,
                revision: approved.clone(),
                opinion: opinion.get_untracked(),
                secrecy: secrecy.get_untracked(),
            });
        }
    };
    let secrecy_error = Signal::derive(move || {
        let unsaid = missing.get() && secrecy.get().is_none();
        unsaid
            .then(|| "请填写保密审查结论。".to_owned())
            .or_else(|| agree.field_error("secrecy"))
    });
    let overtaken = Signal::derive(move || {
        agree
            .error()
            .and_then(|error| error.code())
            .is_some_and(|code| matches!(code, ErrorCode::Stale | ErrorCode::Refused))
    });
    view! {
        <div class="decision" role="group" aria-label="审核决定">
            {(asks_secrecy && !cannot_approve)
                .then(|| {
                    view! {
                        <RadioGroup
                            name="secrecy"
                            legend="保密审查结论"
                            choices=vec![
                                (SecrecyConclusion::Clear, SecrecyConclusion::Clear.label()),
                                (SecrecyConclusion::Sensitive, SecrecyConclusion::Sensitive.label()),
                            ]
                            value=secrecy
                            required=true
                            error=secrecy_error
                        />
                    }
                })}
            <ErrorLine message=Signal::derive(move || agree.general_error(&["secrecy"])) />
            {move || {
                overtaken
                    .get()
                    .then(|| {
                        view! {
                            <Button on_press=move |()| {
                                agree.clear();
                                remote.refetch();
                            }>"查看最新内容"</Button>
                        }
                    })
            }}
            {cannot_approve
                .then(|| view! { <p class="notice notice--warning" id="decision-reasons">{reasons}</p> })}
            <div class="decision__row">
                <div class="decision__opinion">
                    <Field id="opinion" label="审核意见（可不填）" value=opinion />
                </div>
                <Button
                    look=Look::Danger
                    disabled=cannot_return
                    on_press=move |()| returning.set(true)
                >
                    "退回"
                </Button>
                <Button
                    look=Look::Primary
                    disabled=cannot_approve
                    described_by="decision-reasons"
                    busy=Signal::derive(move || agree.pending())
                    on_press=move |()| press()
                >
                    "同意"
                </Button>
            </div>
        </div>
        <ReturnDialog open=returning article_id=id version=version revision=revision remote=remote />
    }
}
