//! 取消触发事件: why, and what follows.

use lanmu_api::event::CancelEvent;
use leptos::prelude::*;

use crate::api::event::cancel;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn CancelDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The event.
    id: i64,
    /// Its title.
    event_title: String,
    /// How many obligations end.
    count: usize,
    /// Follows when it was cancelled.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let reason = RwSignal::new(String::new());
    let act = use_act(
        move |form: CancelEvent, key| cancel(id, form, key),
        move |_| {
            open.set(false);
            toasts.say("已取消触发事件");
            done.run(());
        },
    );
    let message = format!(
        "“{event_title}”要求的 {count} 项更新全部解除，不再出现在责任矩阵和更新日历中。取消后不能恢复；触发事件列表和台账保留该事件、取消原因和取消人。"
    );
    view! {
        <Dialog open=open title="取消触发事件">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    act.run(CancelEvent { reason: reason.get_untracked() });
                }
            >
                <p>{message.clone()}</p>
                <TextArea
                    id="cancel-reason"
                    label="取消原因"
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
                        "确认取消"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
