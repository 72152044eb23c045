//! Asks before something that cannot be undone.

use leptos::prelude::*;

use super::act::Act;
use super::button::{Button, Look};
use super::dialog::Dialog;
use super::error_state::ErrorLine;

/// A question with 取消 and the act. It stays open when the act is refused, and says why.
#[component]
pub fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: String,
    /// What follows from it.
    #[prop(into)]
    message: String,
    /// The words of the act.
    #[prop(into)]
    action: String,
    /// The act.
    act: Act<()>,
) -> impl IntoView {
    let words = StoredValue::new(action);
    view! {
        <Dialog open=open title=title>
            <p>{message.clone()}</p>
            <ErrorLine message=Signal::derive(move || act.error().map(|error| error.message())) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    look=Look::Danger
                    busy=Signal::derive(move || act.pending())
                    on_press=move |()| act.run(())
                >
                    {words.get_value()}
                </Button>
            </div>
        </Dialog>
    }
}
