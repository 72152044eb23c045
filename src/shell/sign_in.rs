//! Signing in: as a page of its own, and as a form in the dialog of an expired session.

use lanmu_api::session::SignIn;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::api;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::field::Field;

/// The page for who is not signed in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let session = use_session();
    let site = move || session.site_view();
    view! {
        <Title text="登录 - 政务公开内容保障平台" />
        <main class="sign-in">
            <section class="sign-in__card">
                <p class="sign-in__site">{move || site().map(|site| site.name)}</p>
                <h1 class="sign-in__title">"政务公开内容保障平台"</h1>
                <SignInForm />
                {move || {
                    site()
                        .is_some_and(|site| site.demonstration)
                        .then(|| {
                            view! {
                                <p class="sign-in__note">
                                    "演示站点，数据均为虚构。账号和密码见首次启动时的输出。"
                                </p>
                            }
                        })
                }}
            </section>
        </main>
    }
}

/// Login and password.
#[component]
pub fn SignInForm() -> impl IntoView {
    let session = use_session();
    let login = RwSignal::new(session.who().map(|who| who.login).unwrap_or_default());
    let password = RwSignal::new(String::new());
    let sign_in = use_act(
        |(login, password): (String, String), _key| {
            api::session::sign_in(SignIn { login, password })
        },
        move |view| {
            password.set(String::new());
            session.signed_in(view);
        },
    );
    let filled = move || !login.with(String::is_empty) && !password.with(String::is_empty);
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                if filled() {
                    sign_in.run((login.get(), password.get()));
                }
            }
        >
            <Field
                id="login"
                label="登录名"
                value=login
                autocomplete="username"
                required=true
            />
            <Field
                id="password"
                label="密码"
                value=password
                kind="password"
                autocomplete="current-password"
                required=true
            />
            <ErrorLine message=Signal::derive(move || sign_in.error().map(|error| error.message())) />
            <Button
                look=Look::Primary
                submit=true
                busy=Signal::derive(move || sign_in.pending())
            >
                "登录"
            </Button>
        </form>
    }
}
