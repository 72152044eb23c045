//! A change is added or edited. Refused, it stays open with what was filled in.

use lanmu_domain::matrix_change::MatrixChange;
use leptos::prelude::*;

use super::change_form::{ChangeForm, Wrong};
use super::choices::use_choices;
use super::fields::{Fields, Flaw};
use super::presence::Loaded;
use super::requirement::use_reading;
use super::stale::Refused;
use super::work::Work;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::toast::use_toasts;

/// What is edited: the change, and its key where it is in the list already.
pub type Edited = (Option<u32>, MatrixChange);

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is edited.
    edited: RwSignal<Option<Edited>>,
    /// The draft.
    work: Work,
) -> impl IntoView {
    let title = Signal::derive(move || {
        edited.with(|edited| {
            let label = edited.as_ref().map(|(_, change)| change.label());
            label.unwrap_or_default().to_owned()
        })
    });
    view! {
        <Dialog open=open title=title>
            {move || {
                edited
                    .get_untracked()
                    .map(|(key, like)| view! { <Form open=open key=key like=like work=work /> })
            }}
        </Dialog>
    }
}

#[component]
fn Form(
    /// The dialog.
    open: RwSignal<bool>,
    /// The key of the change; none for a new one.
    key: Option<u32>,
    /// The change as it was.
    like: MatrixChange,
    /// The draft.
    work: Work,
) -> impl IntoView {
    let toasts = use_toasts();
    let fields = Fields::of(&like);
    let choices = use_choices(work, key);
    let fault = RwSignal::new(None::<Flaw>);
    let save = work.use_save(move || {
        open.set(false);
        toasts.say("草案已保存");
    });
    let wrong: Wrong = Callback::new(move |(field,): (&'static str,)| {
        let own = fault.get().filter(|flaw| flaw.field == field);
        own.map(|flaw| flaw.words)
    });
    let kind = like.clone();
    let reading = use_reading(fields, work);
    let submit = move || match fields.filled(&like) {
        // Said at the field already.
        Ok(_) if untrack(|| reading.problem()).is_some() => {}
        Ok(change) => {
            fault.set(None);
            save.run(work.form(work.with(key, change)));
        }
        Err(found) => fault.set(Some(found)),
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
            // What is being mended is not said any more; the next press says what is left.
            on:input=move |_| fault.set(None)
        >
            <ChangeForm like=kind fields=fields choices=choices reading=reading wrong=wrong />
            <Refused act=save work=work />
            <Loaded work=work />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Primary
                    submit=true
                    busy=Signal::derive(move || work.is_busy(save))
                >
                    {if key.is_some() { "保存" } else { "加入草案" }}
                </Button>
            </div>
        </form>
    }
}
