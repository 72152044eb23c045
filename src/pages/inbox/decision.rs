//! 同意 and 退回, with the secrecy conclusion, always in view.

use lanmu_api::article::{ApproveArticle, ArticleView};
use lanmu_api::error::Conflict;
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{ActKind, Refusal, SecrecyConclusion, Stage};
use leptos::prelude::*;

use super::onward::Onward;
use super::overtaken::Overtaken;
use super::return_dialog::ReturnDialog;
use super::settled::SettledElsewhere;
use super::signature_pad::SignaturePad;
use super::typed::Typed;
use crate::api::article::approve;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::field::Field;
use crate::ui::focus::focus;
use crate::ui::handwriting::Handwriting;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::review_case::availabilities;
use crate::ui::stands_for::StandsFor;
use crate::ui::toast::use_toasts;

/// The foot of the card: the buttons for whoever reviews at this stage, else how it stands.
#[component]
pub fn Decision(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
    /// What this person typed.
    typed: Typed,
    /// Whether the dialog of a return is open.
    returning: RwSignal<bool>,
    /// Who changed the article after it was shown.
    settled: RwSignal<Option<Conflict>>,
) -> impl IntoView {
    let open_acts = use_session()
        .actor()
        .map(|actor| availabilities(&view, &actor))
        .unwrap_or_default();
    let found = |act| open_acts.iter().find(|open| open.act == act);
    let approval = found(ActKind::Approve).filter(|approval| approval.is_relevant());
    match (view.row.state.awaited_stage(), approval) {
        (Some(stage), Some(approval)) => {
            let refusals = approval.refusals.clone();
            let returns = found(ActKind::Return).is_some_and(|act| act.is_allowed());
            view! { <Bar view remote typed stage refusals returns returning settled /> }.into_any()
        }
        _ => view! { <Onward id=view.row.id state=view.row.state typed=typed /> }.into_any(),
    }
}

#[component]
fn Bar(
    /// The article.
    view: ArticleView,
    /// Where it comes from.
    remote: Remote<ArticleView>,
    /// What this person typed.
    typed: Typed,
    /// The stage that is awaited.
    stage: Stage,
    /// Why this person cannot approve.
    refusals: Vec<Refusal>,
    /// Whether this person can return it.
    returns: bool,
    /// Whether the dialog of a return is open.
    returning: RwSignal<bool>,
    /// Who changed the article after it was shown.
    settled: RwSignal<Option<Conflict>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let seen = view.clone();
    let (id, version, revision) = (view.row.id, view.version, view.revision.clone());
    let attribute = view.content.attribute;
    // What is withheld from everybody may be sensitive.
    let refuses_sensitive = attribute != Some(PublicAttribute::Withheld);
    let files = attribute.is_some_and(|attribute| !attribute.is_publishable());
    let secrecy = RwSignal::new(None::<SecrecyConclusion>);
    let missing = RwSignal::new(false);
    let signing = RwSignal::new(false);
    let closed = !refusals.is_empty();
    let is_settled = Memo::new(move |_| settled.with(Option::is_some));
    let reasons: String = refusals.iter().map(|refusal| refusal.message()).collect();
    let asks_secrecy = stage == Stage::Section && !closed;
    let agree = use_act(
        move |form: ApproveArticle, key| approve(id, form, key),
        move |_| {
            typed.settle();
            toasts.say(match stage {
                Stage::Release if files => "已同意归档，不上网发布",
                Stage::Release => "已审发，待填录人员登记发布地址",
                Stage::First | Stage::Section => "已同意，送分管领导审发",
            });
            remote.refetch();
        },
    );
    let approved = revision.clone();
    let press = move || {
        missing.set(asks_secrecy && secrecy.get_untracked().is_none());
        if missing.get_untracked() {
            // On a telephone it may lie off the screen.
            focus("secrecy-0");
        } else {
            agree.run(ApproveArticle {
                version,
                revision: approved.clone(),
                opinion: typed.opinion.get_untracked().trim().to_owned(),
                secrecy: secrecy.get_untracked(),
                signature: Some(typed.signature.get_untracked()).filter(|path| !path.is_empty()),
            });
        }
    };
    let sensitive =
        move || refuses_sensitive && secrecy.get() == Some(SecrecyConclusion::Sensitive);
    let secrecy_error = Signal::derive(move || match secrecy.get() {
        None => missing
            .get()
            .then(|| Refusal::SecrecyConclusionMissing.message().to_owned()),
        Some(SecrecyConclusion::Sensitive) if refuses_sensitive => {
            Some(Refusal::SecrecySensitive.message().to_owned())
        }
        Some(_) => agree.field_error("secrecy"),
    });
    let failed = Signal::derive(move || agree.error().filter(|e| e.field("secrecy").is_none()));
    view! {
        <div class="decision" role="group" aria-label="审核决定">
            {(!closed).then(|| view! { <StandsFor view=seen act=ActKind::Approve /> })}
            <SettledElsewhere
                settled=settled
                remote=remote
                article_id=id
                said=Signal::derive(move || failed.with(Option::is_some))
            />
            <Overtaken error=failed remote=remote on_fetch=move || agree.clear() />
            {asks_secrecy
                .then(|| {
                    view! {
                        <RadioGroup
                            name="secrecy"
                            legend="保密审查结论"
                            choices=SecrecyConclusion::ALL.map(|c| (c, c.label())).to_vec()
                            value=secrecy
                            required=true
                            error=secrecy_error
                        />
                    }
                })}
            {closed.then(|| view! { <p class="notice notice--warning" id="decision-reasons">{reasons}</p> })}
            <div class="decision__row">
                <div class="decision__opinion">
                    <Field id="opinion" label="审核意见（可不填）" value=typed.opinion />
                </div>
                <Show when=move || !closed>
                    <button
                        type="button"
                        class="button decision__signature"
                        on:click=move |_| signing.set(true)
                    >
                        <Show
                            when=move || typed.signature.with(|path| !path.is_empty())
                            fallback=|| "手写签名"
                        >
                            <Handwriting path=typed.signature label="已签名，点按重签" />
                        </Show>
                    </button>
                </Show>
                <div class="decision__buttons">
                    <Button
                        look=Look::Danger
                        disabled=Signal::derive(move || !returns || is_settled.get())
                        described_by=if closed { "decision-reasons" } else { "" }
                        on_press=move |()| returning.set(true)
                    >
                        "退回"
                    </Button>
                    <Button
                        look=Look::Primary
                        disabled=Signal::derive(move || closed || sensitive() || is_settled.get())
                        described_by=if closed { "decision-reasons" } else { "secrecy-error" }
                        busy=Signal::derive(move || agree.pending())
                        on_press=move |()| press()
                    >
                        {if files && stage == Stage::Release { "同意归档" } else { "同意" }}
                    </Button>
                </div>
            </div>
        </div>
        <SignaturePad open=signing signature=typed.signature />
        <ReturnDialog open=returning article_id=id version revision remote typed stage />
    }
}
