//! The head: the site, that it is a demonstration, search, news, who is signed in.

use leptos::prelude::*;
use leptos_router::components::A;

use super::display::DisplayChoice;
use super::help_link::HelpLink;
use super::news::Bell;
use super::search::Search;
use crate::api;
use crate::session::use_session;
use crate::ui::act::use_act;
use crate::ui::button::{Button, Look};

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let session = use_session();
    let sign_out = use_act(
        |(), _key| api::session::sign_out(),
        move |()| session.signed_out(),
    );
    let site = move || session.site_view();
    let posts = move || {
        session.who().map(|who| {
            who.posts
                .iter()
                .map(|view| view.post.title.clone())
                .collect::<Vec<_>>()
                .join("、")
        })
    };
    view! {
        <header class="top-bar">
            <A href="/" attr:class="top-bar__brand">
                <span class="top-bar__mark" aria-hidden="true">"栏目"</span>
                <span class="top-bar__names">
                    <span class="top-bar__product">"政务公开内容保障平台"</span>
                    <span class="top-bar__site">{move || site().map(|site| site.name)}</span>
                </span>
            </A>
            {move || {
                site()
                    .is_some_and(|site| site.demonstration)
                    .then(|| {
                        view! {
                            <p class="top-bar__demonstration">
                                "演示站点"
                                <span class="top-bar__demonstration-words">"，数据均为虚构"</span>
                            </p>
                        }
                    })
            }}
            <div class="top-bar__tools">
                <Search />
                <Bell />
            </div>
            <div class="top-bar__person">
                <A href="/password" attr:class="top-bar__who" attr:title="修改密码">
                    <span class="top-bar__name">{move || session.who().map(|who| who.name)}</span>
                    <span class="top-bar__post">{posts}</span>
                </A>
                <HelpLink />
                <DisplayChoice />
                <Button
                    look=Look::Quiet
                    busy=Signal::derive(move || sign_out.pending())
                    on_press=move |()| sign_out.run(())
                >
                    "退出"
                </Button>
            </div>
        </header>
    }
}
