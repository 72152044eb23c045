//! 退回: why, by chips and in words.

use lanmu_api::article::{ArticleView, ReturnArticle};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

use super::overtaken::Overtaken;
use super::typed::Typed;
use crate::api::article::send_back;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// What items are sent back for most.
const REASONS: [&str; 5] = [
    "标题不规范",
    "内容有误",
    "涉及敏感信息",
    "栏目不符",
    "附件或链接有误",
];

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
) -> impl IntoView {
    let toasts = use_toasts();
    let reason = typed.reason;
    let unsaid = RwSignal::new(false);
    let revision = StoredValue::new(revision);
    let give_back = use_act(
        move |form: ReturnArticle, key| send_back(article_id, form, key),
        move |_| {
            open.set(false);
            typed.settle();
            toasts.say("稿件已退回填录人员");
            remote.refetch();
        },
    );
    let add = move |text: &str| {
        reason.update(|reason| {
            if !reason.contains(text) {
                if !reason.is_empty() {
                    reason.push('；');
                }
                reason.push_str(text);
            }
        });
    };
    let send = move || {
        unsaid.set(reason.with_untracked(|reason| reason.trim().is_empty()));
        if !unsaid.get_untracked() {
            let (revision, reason) = (revision.get_value(), reason.get_untracked());
            give_back.run(ReturnArticle {
                version,
                revision,
                reason,
            });
        }
    };
    let failed = Signal::derive(move || give_back.error().filter(|e| e.field("reason").is_none()));
    view! {
        <Dialog open=open title="退回稿件">
            <p>"退回后，已签署的意见全部作废，填录人员修改后重新提交。"</p>
            <div class="chips" role="group" aria-label="常用理由">
                {REASONS
                    .into_iter()
                    .map(|text| {
                        view! {
                            <button type="button" class="chip" on:click=move |_| add(text)>
                                {text}
                            </button>
                        }
                    })
                    .collect_view()}
                <button type="button" class="chip" on:click=move |_| focus_reason()>
                    "其他"
                </button>
            </div>
            <TextArea
                id=REASON_ID
                label="退回理由"
                value=reason
                required=true
                error=Signal::derive(move || {
                    let empty = unsaid.get() && reason.with(|reason| reason.trim().is_empty());
                    empty
                        .then(|| "请填写退回理由。".to_owned())
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
