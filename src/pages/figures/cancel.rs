//! 撤销 a planned value.

use lanmu_api::figure::CancelFigure;
use leptos::prelude::*;

use crate::api::figure::{cancel, preview_cancel};
use crate::ui::change::{ChangeActs, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// A planned value that is being cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelling {
    /// Its id.
    pub id: i64,
    /// Figure, day and value in words.
    pub words: String,
}

/// The dialog; open while a value is being cancelled.
#[component]
pub fn CancelDialog(
    /// The value.
    cancelling: RwSignal<Option<Cancelling>>,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(cancelling.with(Option::is_some)));
    view! {
        <Dialog open=open title="撤销已定调整" on_closed=move |()| cancelling.set(None)>
            {move || {
                cancelling
                    .get_untracked()
                    .map(|planned| view! { <CancelForm planned=planned open=open done=done /> })
            }}
        </Dialog>
    }
}

#[component]
fn CancelForm(
    /// The value.
    planned: Cancelling,
    /// The dialog.
    open: RwSignal<bool>,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let reason = RwSignal::new(String::new());
    let id = planned.id;
    let change = use_change(
        move || {
            let reason = reason.get();
            Ok(CancelFigure { reason })
        },
        move |form, key| preview_cancel(id, form, key),
        move |form, key| cancel(id, form, key),
        move || {
            open.set(false);
            toasts.say("已撤销参数调整");
            done.run(());
        },
    );
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                change.preview();
            }
        >
            <p>{planned.words}</p>
            <TextArea
                id="cancel-reason"
                label="撤销原因"
                value=reason
                rows=2
                required=true
                error=change.error("reason")
            />
            <ChangeActs change=change fields=&["reason"] action="确认撤销" open=open />
        </form>
    }
}
