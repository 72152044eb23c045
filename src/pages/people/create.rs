//! A new account.

use lanmu_api::page::Page;
use lanmu_api::person::{CreatePerson, PersonRow};
use leptos::prelude::*;

use super::issued::Issued;
use crate::api::person::create;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::remote::Remote;

/// The dialog.
#[component]
pub fn CreateDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The list, fetched again afterwards.
    list: Remote<Page<PersonRow>>,
    /// Where the password is shown.
    issued: Issued,
) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let login = RwSignal::new(String::new());
    let make = use_act(
        move |form: CreatePerson, key| create(form, key),
        move |answer: lanmu_api::person::IssuedPassword| {
            let person = name.get_untracked();
            open.set(false);
            name.set(String::new());
            login.set(String::new());
            issued.show(person, answer.password);
            list.refetch();
        },
    );
    view! {
        <Dialog open=open title="新建人员">
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    make.run(CreatePerson {
                        name: name.get_untracked().trim().to_owned(),
                        login: login.get_untracked().trim().to_owned(),
                    });
                }
            >
                <Field
                    id="person-name"
                    label="姓名"
                    value=name
                    required=true
                    error=Signal::derive(move || make.field_error("name"))
                />
                <Field
                    id="person-login"
                    label="登录名"
                    value=login
                    hint="3 至 40 位字母、数字、点或连字符。"
                    required=true
                    error=Signal::derive(move || make.field_error("login"))
                />
                <ErrorLine message=Signal::derive(move || make.general_error(&["name", "login"])) />
                <div class="dialog__acts">
                    <Button on_press=move |()| open.set(false)>"取消"</Button>
                    <Button
                        look=Look::Primary
                        submit=true
                        busy=Signal::derive(move || make.pending())
                    >
                        "新建"
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
