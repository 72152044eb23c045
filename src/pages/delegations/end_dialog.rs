//! 终止委托: why, and what follows.

use lanmu_api::delegation::{DelegationRow, EndDelegation};
use lanmu_api::page::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::api::delegation::end;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::Remote;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn EndDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The delegation.
    id: i64,
    /// Who passed on to whom.
    words: String,
    /// The list, fetched again afterwards.
    list: Remote<Page<DelegationRow>>,
) -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let reason = RwSignal::new(String::new());
    let act = use_act(
        move |form: EndDelegation, key| end(id, form, key),
        move |()| {
            open.set(false);
            toasts.say("委托已终止");
            list.refetch();
            spawn_local(async move {
                if let Ok(view) = api::session::current().await {
                    session.renew(view);
                }
            });
        },
    );
    let message = format!(
        "“{words}”立即终止，尚未办理的稿件退出代办人的审核箱。终止后不能恢复，可另行委托。"
    );
    view! {
        <Dialog open=open title="终止委托">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    act.run(EndDelegation { reason: reason.get_untracked() });
                }
            >
                <p>{message.clone()}</p>
                <TextArea
                    id="end-reason"
                    label="终止原因"
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
                        "确认终止"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
