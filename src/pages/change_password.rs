//! Changing one's own password.

use lanmu_api::session::ChangePassword as Form;
use leptos::prelude::*;

use crate::api;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;
use crate::ui::page_header::PageHeader;
use crate::ui::toast::use_toasts;

/// Current, new, and new again.
#[component]
pub fn ChangePassword() -> impl IntoView {
    let session = use_session();
    let toasts = use_toasts();
    let current = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let differs = RwSignal::new(false);
    let change = use_act(
        |(current, new): (String, String), key| {
            api::session::change_password(Form { current, new }, key)
        },
        move |()| {
            for field in [current, new, again] {
                field.set(String::new());
            }
            toasts.say("密码已修改");
            if let Some(mut who) = session.who() {
                who.must_change_password = false;
                session.signed_in(who);
            }
        },
    );
    let repeated = move || differs.get().then(|| "两次输入的新密码不一致。".to_owned());
    view! {
        <PageHeader title="修改密码" />
        {move || {
            session
                .must_change_password()
                .then(|| {
                    view! { <p class="notice">"首次登录，请先修改密码，再开始使用。"</p> }
                })
        }}
        <form
            class="form form--narrow"
            on:submit=move |event| {
                event.prevent_default();
                differs.set(new.get() != again.get());
                if !differs.get() {
                    change.run((current.get(), new.get()));
                }
            }
        >
            <Field
                id="current"
                label="当前密码"
                value=current
                kind="password"
                autocomplete="current-password"
                required=true
                error=Signal::derive(move || change.field_error("current"))
            />
            <Field
                id="new"
                label="新密码"
                value=new
                kind="password"
                autocomplete="new-password"
                required=true
                hint="至少 8 位，包含大写字母、小写字母、数字、符号中的至少三类，不能与最近 5 次用过的相同。"
                error=Signal::derive(move || change.field_error("new"))
            />
            <Field
                id="again"
                label="再次输入新密码"
                value=again
                kind="password"
                autocomplete="new-password"
                required=true
                error=Signal::derive(repeated)
            />
            <ErrorLine message=Signal::derive(move || change.general_error(&["current", "new"])) />
            <Button look=Look::Primary submit=true busy=Signal::derive(move || change.pending())>
                "修改密码"
            </Button>
        </form>
    }
}
