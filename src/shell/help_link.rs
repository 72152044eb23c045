//! 帮助, for the page where one is.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::pages::help::{help_at, topic_of};

/// The link. The manual opens beside what one is doing.
#[component]
pub fn HelpLink() -> impl IntoView {
    let page = use_location().pathname;
    let href = move || page.with(|page| help_at(topic_of(page)));
    view! {
        <a class="button button--quiet" href=href target="_blank" rel="noopener">
            "帮助"
            <span class="visually-hidden">"（在新窗口打开）"</span>
        </a>
    }
}
