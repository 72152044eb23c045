//! 撤销 a planned value.

use lanmu_api::figure::CancelFigure;
use lanmu_api::path;
use leptos::prelude::*;

use crate::api::change::Asked;
use crate::ui::change::{ChangeForm, Wording, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::toast::use_toasts;

const WORDING: Wording = Wording {
    day: None,
    reason: "撤销原因",
    action: "确认撤销",
    fields: &[],
};

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
    let id = planned.id;
    let change = use_change(
        WORDING,
        move |_, reason| {
            let form = CancelFigure { reason };
            Ok(Asked::new(path::figure_act(id, "cancel"), &form))
        },
        move || {
            open.set(false);
            toasts.say("已撤销参数调整");
            done.run(());
        },
    );
    view! {
        <ChangeForm change=change open=open>
            <p>{planned.words}</p>
        </ChangeForm>
    }
}
