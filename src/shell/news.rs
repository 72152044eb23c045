//! 消息 in the head: how much the person was told and has not read.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::api::notification::unread_total;
use crate::live::refetch_on;
use crate::ui::icon::{Icon, IconView};
use crate::ui::remote::{Remote, use_remote};

/// More than this is many.
const SHOWN_MAX: u64 = 99;

/// How many are unread, for the head and the page.
#[derive(Clone, Copy)]
pub struct News(Remote<u64>);

impl News {
    /// Something was marked as read.
    pub fn changed(self) {
        self.0.refetch();
    }

    /// How many are unread; 0 until that is known.
    #[must_use]
    pub fn unread(self) -> u64 {
        self.0.get().and_then(Result::ok).unwrap_or_default()
    }
}

/// Makes the number known to everything below. It follows what others do.
pub fn provide_news() {
    let total = use_remote(unread_total);
    refetch_on(total, |_| true);
    provide_context(News(total));
}

/// The number.
///
/// # Panics
/// Outside the shell of somebody who is signed in.
#[must_use]
pub fn use_news() -> News {
    expect_context()
}

/// The way to the page, with the number.
#[component]
pub fn Bell() -> impl IntoView {
    let news = use_news();
    let number = Memo::new(move |_| news.unread());
    let label = move || match number.get() {
        0 => "消息，没有未读".to_owned(),
        number => format!("消息，{number} 条未读"),
    };
    let words = move || match number.get() {
        many if many > SHOWN_MAX => format!("{SHOWN_MAX}+"),
        few => few.to_string(),
    };
    view! {
        <A href="/notifications" attr:class="top-bar__bell" attr:aria-label=label>
            <IconView icon=Icon::Bell />
            <Show when=move || number.get() != 0>
                <span class="top-bar__news" aria-hidden="true">
                    {words}
                </span>
            </Show>
        </A>
    }
}
