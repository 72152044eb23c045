//! 撤销: a planned version does not come.

use lanmu_api::matrix_draft::{CancelVersion, MatrixVersions};
use leptos::prelude::*;

use crate::api::matrix_draft::cancel_version;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn CancelDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The version.
    number: i64,
    /// Which version, in words.
    words: String,
    /// The list, fetched again afterwards.
    list: Remote<MatrixVersions>,
) -> impl IntoView {
    let toasts = use_toasts();
    let reason = RwSignal::new(String::new());
    let act = use_act(
        move |form: CancelVersion, key| cancel_version(number, form, key),
        move |()| {
            open.set(false);
            toasts.say("已撤销，该版本不再生效");
            list.refetch();
        },
    );
    let message = format!("{words}的调整不再生效，现行版本继续施行。撤销后不能恢复，可另拟草案。");
    view! {
        <Dialog open=open title="撤销待生效的版本">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    act.run(CancelVersion { reason: reason.get_untracked() });
                }
            >
                <p>{message.clone()}</p>
                <TextArea
                    id="cancel-version-reason"
                    label="撤销原因"
                    value=reason
                    required=true
                    error=Signal::derive(move || act.field_error("reason"))
                />
                <ErrorLine message=Signal::derive(move || act.general_error(&["reason"])) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"返回"</Button>
                    <Button
                        look=Look::Danger
                        submit=true
                        busy=Signal::derive(move || act.pending())
                    >
                        "确认撤销"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
