//! 预览影响: which deadlines would move, and 确认保存 below.

use lanmu_api::preview::PreviewView;
use lanmu_api::work_calendar::{ChangeYear, PreviewYear};
use leptos::prelude::*;

use super::drafts::{Draft, Drafts};
use super::summary::counted;
use crate::api;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::loading::Loading;
use crate::ui::moved_deadlines::MovedDeadlines;
use crate::ui::toast::use_toasts;

/// The dialog. It cannot be confirmed before the moves are shown.
#[component]
pub fn SaveDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The year.
    year: i32,
    /// The year as it would be.
    draft: Memo<Draft>,
    /// What was changed on the page.
    drafts: Drafts,
    /// Follows when it was saved.
    changed: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let note = RwSignal::new(String::new());
    let form = Memo::new(move |_| {
        let draft = draft.get();
        PreviewYear {
            year,
            announced: draft.announced,
            arrangement: draft.arrangement,
        }
    });
    let answer = RwSignal::new(None::<(PreviewYear, PreviewView)>);
    let preview = use_act(
        |form: PreviewYear, key| async move {
            let moved = api::work_calendar::preview(form.clone(), key).await?;
            Ok((form, moved))
        },
        move |asked| answer.set(Some(asked)),
    );
    // An answer to what was asked before the last change is none.
    let moved = Memo::new(move |_| {
        let form = form.get();
        answer.with(|answer| {
            let current = answer.as_ref().filter(|(asked, _)| *asked == form);
            current.map(|(_, moved)| moved.clone())
        })
    });
    let save = use_act(
        move |form: ChangeYear, key| api::work_calendar::change(year, form, key),
        move |_| {
            open.set(false);
            note.set(String::new());
            toasts.say(format!("已保存{year}年工作日历"));
            drafts.forget(year);
            changed.run(());
        },
    );
    Effect::new(move |_| {
        if open.get() {
            save.clear();
            preview.clear();
            answer.set(None);
        }
    });
    Effect::new(move |_| {
        let waits = moved.with(Option::is_none) && preview.error().is_none();
        if open.get() && waits && !preview.pending() {
            preview.run(form.get());
        }
    });
    let submit = move || {
        let Draft {
            version,
            announced,
            arrangement,
        } = draft.get_untracked();
        save.run(ChangeYear {
            version,
            announced,
            arrangement,
            note: note.get_untracked(),
        });
    };
    let becomes = move || {
        draft.with(|draft| {
            let state = if draft.announced {
                "安排已公布"
            } else {
                "节假日安排未公布"
            };
            format!("保存后，{year}年{state}，{}。", counted(&draft.arrangement))
        })
    };
    view! {
        <Dialog open=open title="预览影响">
            <p>{becomes}</p>
            {move || match (moved.get(), preview.error()) {
                (Some(moved), _) => view! { <MovedDeadlines preview=moved /> }.into_any(),
                (None, Some(_)) => {
                    view! { <Button on_press=move |()| preview.clear()>"重试"</Button> }.into_any()
                }
                (None, None) => view! { <Loading /> }.into_any(),
            }}
            <ErrorLine message=Signal::derive(move || preview.error().map(|e| e.message())) />
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <Field
                    id="calendar-note"
                    label="依据或原因"
                    value=note
                    hint="例如：国务院办公厅关于部分节假日安排的通知及文号。"
                    required=true
                    error=Signal::derive(move || save.field_error("note"))
                />
                <ErrorLine message=Signal::derive(move || save.general_error(&["note"])) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || save.pending())
                        disabled=Signal::derive(move || moved.with(Option::is_none))
                    >
                        "确认保存"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
