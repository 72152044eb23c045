//! 生效 and 放弃, each after a question that says what cannot be undone.

use lanmu_api::matrix_draft::{Decided, DiscardDraft, PutInForce, VersionState};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::stale::Refused;
use super::work::Work;
use crate::api::matrix_draft::{discard_draft, put_in_force};
use crate::date::plain_day;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::toast::use_toasts;

/// The buttons, and why the first cannot be pressed.
#[component]
pub fn Decide(
    /// The draft.
    work: Work,
) -> impl IntoView {
    let deciding = RwSignal::new(false);
    let discarding = RwSignal::new(false);
    let against = Memo::new(move |_| against(work));
    view! {
        <div class="draft-decide">
            <Button
                look=Look::Primary
                disabled=Signal::derive(move || against.get().is_some())
                described_by="draft-against"
                on_press=move |()| deciding.set(true)
            >
                "确定生效"
            </Button>
            <Button look=Look::Danger on_press=move |()| discarding.set(true)>
                "放弃草案"
            </Button>
            <p class="field__hint" id="draft-against">
                {move || against.get()}
            </p>
        </div>
        <DecideDialog open=deciding work=work />
        <DiscardDialog open=discarding work=work />
    }
}

/// Why it cannot be put into force as it stands on the page.
fn against(work: Work) -> Option<&'static str> {
    let (empty, no_day) = work
        .draft
        .with(|draft| (draft.changes.is_empty(), draft.effective_from.is_none()));
    if empty {
        return Some("还没有调整内容。");
    }
    if work.is_typed() {
        return Some("依据有改动，请先保存。");
    }
    if no_day {
        return Some("请填写并保存生效日期。");
    }
    match work.looked_at() {
        None => Some("请先预览影响。"),
        Some(preview) if !preview.problems.is_empty() => Some("预览中有不能办理的内容，请先改正。"),
        Some(_) => None,
    }
}

#[component]
fn DecideDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The draft.
    work: Work,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let act = use_act(
        move |form: PutInForce, key| {
            let id = work.draft.with_untracked(|draft| draft.id);
            put_in_force(id, form, key)
        },
        move |decided: Decided| {
            open.set(false);
            let number = decided.number;
            toasts.say(if decided.state == VersionState::Planned {
                format!(
                    "第 {number} 版已确定，{}起生效",
                    plain_day(decided.effective_from)
                )
            } else {
                format!("第 {number} 版已生效")
            });
            navigate("/matrix/versions", Default::default());
        },
    );
    let message = move || {
        let day = work.draft.with(|draft| draft.effective_from);
        let today = session.site_view().map(|site| site.today);
        let day_words = day.map(plain_day).unwrap_or_default();
        if day.is_some() && day <= today {
            "确认后立即生效，不能撤销；如有错误，只能再作一次调整。责任、期限和待办随即按新版执行，部门合并后岗位和稿件一并转交。".to_owned()
        } else {
            format!(
                "新版自{day_words}起生效。生效以前可以在“历次版本”中撤销；生效以后不能撤销，只能再作一次调整。部门合并的，岗位和稿件在生效当日一并转交。"
            )
        }
    };
    view! {
        <Dialog open=open title="确定生效">
            <p>{message}</p>
            <Refused act=act work=work />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || work.is_busy(act))
                    on_press=move |()| {
                        let form = work
                            .draft
                            .with_untracked(|draft| PutInForce {
                                version: draft.version,
                                seen: draft.seen,
                            });
                        act.run(form);
                    }
                >
                    "确认生效"
                </Button>
            </div>
        </Dialog>
    }
}

#[component]
fn DiscardDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The draft.
    work: Work,
) -> impl IntoView {
    let toasts = use_toasts();
    let navigate = use_navigate();
    let act = use_act(
        move |form: DiscardDraft, key| {
            let id = work.draft.with_untracked(|draft| draft.id);
            discard_draft(id, form, key)
        },
        move |()| {
            open.set(false);
            toasts.say("草案已放弃");
            navigate("/matrix/versions", Default::default());
        },
    );
    view! {
        <Dialog open=open title="放弃草案">
            <p>"草案及其中的调整内容将被放弃，不能恢复。现行分工表不受影响。"</p>
            <Refused act=act work=work />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || work.is_busy(act))
                    on_press=move |()| {
                        let version = work.draft.with_untracked(|draft| draft.version);
                        act.run(DiscardDraft { version });
                    }
                >
                    "确认放弃"
                </Button>
            </div>
        </Dialog>
    }
}
