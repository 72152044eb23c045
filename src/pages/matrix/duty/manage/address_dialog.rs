//! 登记栏目地址.

use lanmu_api::column::SetAddress;
use leptos::prelude::*;

use crate::api::column::set_address;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn AddressDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// What is written down now.
    address: Option<String>,
    /// Follows when it was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <Dialog open=open title="登记栏目地址">
            <AddressForm open=open column_id=column_id address=address.clone() done=done />
        </Dialog>
    }
}

#[component]
fn AddressForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// What is written down now.
    address: Option<String>,
    /// Follows when it was changed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let before = address.unwrap_or_default();
    let value = RwSignal::new(before.clone());
    let act = use_act(
        move |form: SetAddress, key| set_address(column_id, form, key),
        move |_| {
            open.set(false);
            let before = SetAddress {
                address: before.clone(),
            };
            toasts.say_undoable(
                "栏目地址已登记",
                move |key| set_address(column_id, before.clone(), key),
                move |_| {
                    done.try_run(());
                },
            );
            done.run(());
        },
    );
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                act.run(SetAddress {
                    address: value.get_untracked().trim().to_owned(),
                });
            }
        >
            <Field
                id="column-address"
                label="栏目地址"
                hint="栏目在网站上的完整地址；留空则取消登记。"
                value=value
                error=Signal::derive(move || act.field_error("address"))
            />
            <ErrorLine message=Signal::derive(move || act.general_error(&["address"])) />
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"取消"</Button>
                <Button
                    submit=true
                    look=Look::Primary
                    busy=Signal::derive(move || act.pending())
                >
                    "登记"
                </Button>
            </div>
        </form>
    }
}
