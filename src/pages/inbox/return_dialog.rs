//! 退回: why, by chips and in words.

use lanmu_api::article::{ArticleView, ReturnArticle};
use lanmu_domain::review::{ReturnReason, ReturnTo, Stage};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

use super::overtaken::Overtaken;
use super::typed::Typed;
use crate::api::article::send_back;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::radio_group::RadioGroup;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// Where the reason is typed.
const REASON_ID: &str = "return-reason";

/// The dialog.
#[component]
pub fn ReturnDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The article.
    article_id: i64,
    /// The version that the person saw.
    version: i64,
    /// The hash of the revision that the person saw.
    revision: String,
    /// Where the article comes from.
    remote: Remote<ArticleView>,
    /// What this person typed; a reason stays when the dialog is closed.
    typed: Typed,
    /// The stage that is awaited.
    stage: Stage,
) -> impl IntoView {
    let toasts = use_toasts();
    let reason = typed.reason;
    let unsaid = RwSignal::new(false);
    let revision = StoredValue::new(revision);
    let give_back = use_act(
        move |form: ReturnArticle, key| send_back(article_id, form, key),
        move |_| {
            let to = typed.to.get_untracked();
            open.set(false);
            typed.settle();
            toasts.say(match to {
                Some(ReturnTo::Section) => "稿件已退回股室领导重新审核",
                Some(ReturnTo::Officer) | None => "稿件已退回填录人员",
            });
            remote.refetch();
        },
    );
    let chosen = typed.reasons;
    let toggle = move |one: ReturnReason| {
        chosen.update(|chosen| {
            if chosen.contains(&one) {
                chosen.retain(|other| *other != one);
            } else {
                chosen.push(one);
            }
        });
        if one == ReturnReason::Other && chosen.with_untracked(|chosen| chosen.contains(&one)) {
            focus_reason();
        }
    };
    let says_nothing = move || {
        let words = chosen.with(|chosen| reason.with(|r| ReturnReason::words(chosen, r.trim())));
        words.is_empty()
    };
    let send = move || {
        unsaid.set(untrack(says_nothing));
        if !unsaid.get_untracked() {
            give_back.run(ReturnArticle {
                version,
                revision: revision.get_value(),
                reason: reason.get_untracked(),
                reasons: chosen.get_untracked(),
                to: typed.to.get_untracked().unwrap_or_default(),
                passage: typed.passage.get_untracked(),
            });
        }
    };
    let failed = Signal::derive(move || give_back.error().filter(|e| e.field("reason").is_none()));
    let targets: Vec<_> = ReturnTo::ALL
        .into_iter()
        .filter(|to| to.is_open_at(stage))
        .map(|to| (to, to.label()))
        .collect();
    let choices = StoredValue::new(targets);
    let consequence = move || match typed.to.get() {
        Some(ReturnTo::Section) => {
            "退回后，股室领导的意见和保密审查结论作废，由股室领导对本版内容重新审核；初审继续有效。"
        }
        Some(ReturnTo::Officer) | None => "退回后，已签署的意见全部作废，填录人员修改后重新提交。",
    };
    view! {
        <Dialog open=open title="退回稿件">
            {(choices.with_value(Vec::len) > 1)
                .then(|| {
                    view! {
                        <RadioGroup
                            name="return-to"
                            legend="退回给"
                            choices=choices.get_value()
                            value=typed.to
                        />
                    }
                })}
            <p>{consequence}</p>
            <Show when=move || typed.passage.with(Option::is_some)>
                <div class="return-passage">
                    <blockquote class="opinion__passage">
                        "原文：“"
                        {move || typed.passage.get().map(|passage| passage.quote)}
                        "”"
                    </blockquote>
                    <Button look=Look::Quiet on_press=move |()| typed.passage.set(None)>
                        "不标注原文"
                    </Button>
                </div>
            </Show>
            <div class="chips" role="group" aria-label="退回原因">
                {ReturnReason::ALL
                    .into_iter()
                    .map(|one| {
                        view! {
                            <button
                                type="button"
                                class="chip"
                                aria-pressed=move || {
                                    chosen.with(|chosen| chosen.contains(&one)).to_string()
                                }
                                on:click=move |_| toggle(one)
                            >
                                {one.label()}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <TextArea
                id=REASON_ID
                label="退回理由"
                hint="选了原因的，可以不写；选“其他”的，请写明。"
                value=reason
                error=Signal::derive(move || {
                    (unsaid.get() && says_nothing())
                        .then(|| "请选择退回原因，或填写退回理由。".to_owned())
                        .or_else(|| give_back.field_error("reason"))
                })
            />
            <Overtaken
                error=failed
                remote=remote
                on_fetch=move || {
                    open.set(false);
                    give_back.clear();
                }
            />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || give_back.pending())
                    on_press=move |()| send()
                >
                    "确认退回"
                </Button>
            </div>
        </Dialog>
    }
}

/// 其他 says nothing by itself: the person goes on in words.
fn focus_reason() {
    let found = document().get_element_by_id(REASON_ID);
    if let Some(area) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = area.focus();
    }
}
