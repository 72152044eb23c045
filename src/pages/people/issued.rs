//! A password that was just made, shown once.

use leptos::prelude::*;

use crate::ui::button::{Button, Look};
use crate::ui::copy_field::CopyField;
use crate::ui::dialog::Dialog;

/// For whom a password was made, and the password, until the dialog is closed.
#[derive(Clone, Copy)]
pub struct Issued {
    open: RwSignal<bool>,
    name: RwSignal<String>,
    password: RwSignal<String>,
}

impl Issued {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            name: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
        }
    }

    /// Shows the password of this person.
    pub fn show(self, name: String, password: String) {
        self.name.set(name);
        self.password.set(password);
        self.open.set(true);
    }

    /// Closes the dialog and forgets the password.
    fn forget(self) {
        self.open.set(false);
        self.password.set(String::new());
    }
}

/// The dialog.
#[component]
pub fn IssuedDialog(
    /// What is shown.
    issued: Issued,
) -> impl IntoView {
    view! {
        <Dialog open=issued.open title="初始密码" dismissible=false>
            <p>
                {move || {
                    format!("{}的密码只显示这一次，请当面或通过可靠途径告知本人，首次登录须修改。", issued.name.get())
                }}
            </p>
            <CopyField id="issued-password" label="密码" text=issued.password />
            <div class="dialog__acts">
                <Button look=Look::Primary on_press=move |()| issued.forget()>
                    "我已记下"
                </Button>
            </div>
        </Dialog>
    }
}
