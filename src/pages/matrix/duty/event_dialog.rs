//! 登记触发事件 for one duty: something happened that obliges to update.

use lanmu_domain::rule::Trigger;
use leptos::prelude::*;

use crate::pages::events::form::EventForm;
use crate::ui::dialog::Dialog;

/// The dialog. Refused, it stays open with what was written.
#[component]
pub fn EventDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The duty.
    duty_id: i64,
    /// The kinds of event that set off an update here, at least one.
    triggers: Vec<Trigger>,
    /// Follows when it was registered.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let leave = UnsyncCallback::new(move |()| open.set(false));
    let registered = UnsyncCallback::new(move |()| {
        open.set(false);
        done.run(());
    });
    view! {
        <Dialog open=open title="登记触发事件">
            <EventForm
                triggers=triggers.clone()
                duty_id=duty_id
                done=registered
                leave=leave
            />
        </Dialog>
    }
}
