//! 评估审查 of what is withheld: when, what was found, and the dialog.

use chrono::NaiveDate;
use lanmu_api::article::ArticleView;
use lanmu_api::withheld::{AssessWithheld, AssessmentView};
use lanmu_domain::review::{ActKind, WithheldVerdict};
use leptos::prelude::*;

use crate::api::article::assess_withheld;
use crate::date::{long_day, long_stamp};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::stands_for::StandsFor;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The next day, and what was found before, on the article.
#[component]
pub fn AssessmentFacts(
    /// The next day.
    due: Option<NaiveDate>,
    /// What was found, the latest first.
    assessments: Vec<AssessmentView>,
) -> impl IntoView {
    let lines = assessments.iter().map(assessment_line).collect::<Vec<_>>();
    view! {
        {due.map(|day| view! { <dt>"评估审查期限"</dt><dd>{long_day(day)}</dd> })}
        {(!lines.is_empty())
            .then(|| {
                view! {
                    <dt>"评估审查"</dt>
                    <dd>{lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</dd>
                }
            })}
    }
}

/// What an assessment found, in a line.
#[must_use]
pub fn assessment_line(found: &AssessmentView) -> String {
    format!(
        "{}（{}）于{}{}：{}",
        found.by,
        found.post,
        long_stamp(found.at),
        found.verdict.label(),
        found.opinion
    )
}

/// The dialog.
#[component]
pub fn AssessmentDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    view: ArticleView,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version) = (view.row.id, view.version);
    let verdict = RwSignal::new(None::<WithheldVerdict>);
    let opinion = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let act = use_act(
        move |form: AssessWithheld, key| assess_withheld(id, form, key),
        move |_| {
            open.set(false);
            toasts.say("评估审查已完成");
            remote.refetch();
        },
    );
    let send = move || {
        missing.set(verdict.get_untracked().is_none());
        if let Some(verdict) = verdict.get_untracked() {
            act.run(AssessWithheld {
                version,
                verdict,
                opinion: opinion.get_untracked(),
            });
        }
    };
    let choices = WithheldVerdict::ALL
        .map(|verdict| (verdict, verdict.label()))
        .to_vec();
    view! {
        <Dialog open=open title="评估审查">
            <StandsFor view=view.clone() act=ActKind::AssessWithheld />
            <p>"请核对不予公开的理由和依据现在是否仍然成立。因情势变化可以公开的，应当公开。"</p>
            <RadioGroup
                name="assessment-verdict"
                legend="评估结论"
                choices=choices.clone()
                value=verdict
                required=true
                error=Signal::derive(move || {
                    (missing.get() && verdict.get().is_none())
                        .then(|| "请选择评估结论。".to_owned())
                })
            />
            <TextArea
                id="assessment-opinion"
                label="评估意见"
                value=opinion
                required=true
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
                    "提交评估结论"
                </Button>
            </div>
        </Dialog>
    }
}
