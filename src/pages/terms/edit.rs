//! Adding and changing a term.

use lanmu_api::path;
use lanmu_api::secrecy::{KeepTerm, TermView};
use lanmu_domain::secrecy::Term;
use leptos::prelude::*;

use crate::api::secrecy::{keep_term, retire};
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::toast::use_toasts;

const FIELDS: [&str; 4] = ["wrong", "right", "category", "note"];

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editing {
    /// A new term.
    New,
    /// One that the list has.
    Kept(TermView),
}

/// The dialog; open while a term is being written.
#[component]
pub fn EditDialog(
    /// The term.
    editing: RwSignal<Option<Editing>>,
    /// Follows when it was kept.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        editing.with(|editing| match editing {
            Some(Editing::Kept(_)) => "修改用语".to_owned(),
            _ => "新增用语".to_owned(),
        })
    });
    view! {
        <Dialog open=open title=title on_closed=move |()| editing.set(None)>
            {move || {
                editing
                    .get_untracked()
                    .map(|editing| view! { <EditForm editing=editing open=open done=done /> })
            }}
        </Dialog>
    }
}

#[component]
fn EditForm(
    /// The term.
    editing: Editing,
    /// The dialog.
    open: RwSignal<bool>,
    /// Follows when it was kept.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let (id, version, term) = match editing {
        Editing::Kept(kept) => (Some(kept.id), kept.version, Some(kept.term)),
        Editing::New => (None, 0, None),
    };
    let before = StoredValue::new(term.clone());
    let text = |of: fn(&Term) -> String| RwSignal::new(term.as_ref().map(of).unwrap_or_default());
    let wrong = text(|term| term.wrong.clone());
    let right = text(|term| term.right.clone().unwrap_or_default());
    let category = text(|term| term.category.clone());
    let note = text(|term| term.note.clone());
    let act = use_act(
        move |form: KeepTerm, key| keep_term(id, form, key),
        move |kept: TermView| {
            open.set(false);
            let words = match before.get_value() {
                Some(_) => "用语已修改",
                None => "用语已新增",
            };
            let before = before.get_value();
            let undo = move |key| {
                let (id, version, before) = (kept.id, kept.version, before.clone());
                async move {
                    match before {
                        Some(term) => keep_term(Some(id), KeepTerm { version, term }, key)
                            .await
                            .map(|_| ()),
                        None => retire(&path::term(id), key).await,
                    }
                }
            };
            toasts.say_undoable(words, undo, move |()| {
                done.try_run(());
            });
            done.run(());
        },
    );
    let error = move |field: &'static str| Signal::derive(move || act.field_error(field));
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                let right = right.get_untracked().trim().to_owned();
                act.run(KeepTerm {
                    version,
                    term: Term {
                        wrong: wrong.get_untracked().trim().to_owned(),
                        right: (!right.is_empty()).then_some(right),
                        category: category.get_untracked().trim().to_owned(),
                        note: note.get_untracked().trim().to_owned(),
                    },
                });
            }
        >
            <Field
                id="term-wrong"
                label="错误用语"
                value=wrong
                required=true
                hint="至少两个字，最多 50 字。"
                error=error("wrong")
            />
            <Field
                id="term-right"
                label="正确用语"
                value=right
                hint="没有统一用语的不填，只作提示。"
                error=error("right")
            />
            <Field
                id="term-category"
                label="类别"
                value=category
                hint="如领导职务、机构名称、不规范用语。"
                error=error("category")
            />
            <Field id="term-note" label="说明" value=note error=error("note") />
            <ErrorLine message=Signal::derive(move || act.general_error(&FIELDS)) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button look=Look::Primary submit=true busy=Signal::derive(move || act.pending())>
                    "保存用语"
                </Button>
            </div>
        </form>
    }
}
