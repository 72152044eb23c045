//! 紧急发布 on the article: what was done and why, and the two dialogs.

use lanmu_api::article::ArticleView;
use lanmu_api::emergency::{EmergencyView, ReleaseInEmergency, ReviewEmergency};
use lanmu_domain::review::EmergencyVerdict;
use leptos::prelude::*;

use crate::api::emergency::{release_in_emergency, review_emergency};
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::badge::EmergencyBadge;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// Who released it, why, and how its review stands.
#[component]
pub fn EmergencyNote(
    /// The release.
    release: EmergencyView,
) -> impl IntoView {
    let released = format!(
        "{}（{}）于{}紧急发布：{}",
        release.by,
        release.post,
        long_stamp(release.at),
        release.reason
    );
    let review = match release.review {
        None => format!("须在{}前由他人完成事后审核。", long_stamp(release.due)),
        Some(review) => {
            let said = if review.opinion.is_empty() {
                "。".to_owned()
            } else {
                format!("：{}", review.opinion)
            };
            format!(
                "{}（{}）于{}{}{said}",
                review.by,
                review.post,
                long_stamp(review.at),
                review.verdict.label()
            )
        }
    };
    view! {
        <section class="notice notice--warning emergency-note" aria-label="紧急发布">
            <EmergencyBadge status=release.status />
            <p>{released}</p>
            <p>{review}</p>
        </section>
    }
}

/// 紧急发布: what it means, why, and that it is meant.
#[component]
pub fn ReleaseDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    view: ArticleView,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version, revision) = (view.row.id, view.version, view.revision);
    let reason = RwSignal::new(String::new());
    let act = use_act(
        move |form: ReleaseInEmergency, key| release_in_emergency(id, form, key),
        move |_| {
            open.set(false);
            toasts.say("已紧急发布，待他人事后审核");
            remote.refetch();
        },
    );
    let revision = StoredValue::new(revision);
    let send = move || {
        act.run(ReleaseInEmergency {
            version,
            revision: revision.get_value(),
            reason: reason.get_untracked(),
        });
    };
    view! {
        <Dialog open=open title="紧急发布">
            <ul class="plain-points">
                <li>"不再经过尚未完成的审核环节，本版内容由您签发后即可发布。"</li>
                <li>"须在规定时限内由他人事后审核，审核人可以责令撤稿。"</li>
                <li>"“紧急”标记和理由长期保留，在台账和统计中列明。"</li>
            </ul>
            <TextArea
                id="emergency-reason"
                label="紧急发布理由"
                hint="写明为什么不能等待三审，例如：山洪灾害预警须立即发布。"
                value=reason
                required=true
                error=Signal::derive(move || act.field_error("reason"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&["reason"])) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| send()
                >
                    "确认紧急发布"
                </Button>
            </div>
        </Dialog>
    }
}

/// 事后审核: uphold, or order it withdrawn with a reason.
#[component]
pub fn ReviewDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    view: ArticleView,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version) = (view.row.id, view.version);
    let verdict = RwSignal::new(None::<EmergencyVerdict>);
    let opinion = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let act = use_act(
        move |form: ReviewEmergency, key| review_emergency(id, form, key),
        move |_| {
            open.set(false);
            toasts.say("事后审核已完成");
            remote.refetch();
        },
    );
    let send = move || {
        missing.set(verdict.get_untracked().is_none());
        if let Some(verdict) = verdict.get_untracked() {
            act.run(ReviewEmergency {
                version,
                verdict,
                opinion: opinion.get_untracked(),
            });
        }
    };
    let choices = EmergencyVerdict::ALL
        .map(|verdict| (verdict, verdict.label()))
        .to_vec();
    view! {
        <Dialog open=open title="事后审核">
            <p>
                "请核对本稿内容和紧急发布的理由。责令撤稿的，已发布的稿件转为已撤稿，未发布的退回填录人员。审核只能作出一次。"
            </p>
            <RadioGroup
                name="emergency-verdict"
                legend="审核结论"
                choices=choices.clone()
                value=verdict
                required=true
                error=Signal::derive(move || {
                    (missing.get() && verdict.get().is_none())
                        .then(|| "请选择审核结论。".to_owned())
                })
            />
            <TextArea
                id="emergency-opinion"
                label="审核意见"
                hint="责令撤稿的，请写明原因。"
                value=opinion
                error=Signal::derive(move || {
                    act.field_error("opinion").or_else(|| act.field_error("reason"))
                })
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&["opinion", "reason"])) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| send()
                >
                    "提交审核结论"
                </Button>
            </div>
        </Dialog>
    }
}
