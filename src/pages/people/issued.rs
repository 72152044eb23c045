//! A password that was just made, shown once.

use leptos::prelude::*;

use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;

/// For whom, and the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Issued {
    /// The person's name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// The dialog.
#[component]
pub fn IssuedDialog(
    /// What is shown; closing forgets it.
    issued: RwSignal<Option<Issued>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // A dialog element is opened and closed by a signal of its own.
    Effect::new(move |_| open.set(issued.with(Option::is_some)));
    let close = move || {
        open.set(false);
        issued.set(None);
    };
    view! {
        <Dialog open=open title="初始密码" dismissible=false>
            <p>
                {move || {
                    issued.get().map(|issued| format!("{}的密码只显示这一次，首次登录须修改。", issued.name))
                }}
            </p>
            <p class="issued-password">{move || issued.get().map(|issued| issued.password)}</p>
            <div class="dialog__acts">
                <Button look=Look::Primary on_press=move |()| close()>
                    "我已记下"
                </Button>
            </div>
        </Dialog>
    }
}
