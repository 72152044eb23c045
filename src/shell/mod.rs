//! What stands around every page: head, navigation by permission, sign-in.

mod connection;
mod display;
mod help_link;
mod inbox_count;
pub mod navigation;
pub mod news;
mod search;
mod sign_in;
mod standing;
mod top_bar;

use leptos::prelude::*;
use leptos_router::components::Outlet;

use crate::pages::change_password::ChangePassword;
use crate::session::use_session;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorState;
use crate::ui::loading::Loading;
use crate::ui::toast::ToastList;
use connection::Connection;
use navigation::Navigation;
use news::provide_news;
use sign_in::{SignInForm, SignInPage};
use standing::Standing;
use top_bar::TopBar;

/// The shell. Who is not signed in sees the sign-in page at any address and stays at it; whose
/// session ends sees a dialog over the page, which stays as it is.
#[component]
pub fn Shell() -> impl IntoView {
    let session = use_session();
    let signed_in = Memo::new(move |_| session.is_signed_in());
    let asked = move || session.first.get();
    view! {
        {move || match (signed_in.get(), asked()) {
            (true, _) => view! { <SignedInShell /> }.into_any(),
            (false, None) => view! { <Loading /> }.into_any(),
            (false, Some(Err(error))) => {
                let retry = move || session.first.refetch();
                view! { <main class="stage"><ErrorState error=error on_retry=retry /></main> }
                    .into_any()
            }
            (false, Some(Ok(_))) => view! { <SignInPage /> }.into_any(),
        }}
    }
}

#[component]
fn SignedInShell() -> impl IntoView {
    let session = use_session();
    let must_change = Memo::new(move |_| session.must_change_password());
    let expired = RwSignal::new(false);
    provide_news();
    // A dialog element is opened and closed by a signal of its own.
    Effect::new(move |_| expired.set(session.is_expired()));
    view! {
        <a class="skip-link" href="#content">"跳到正文"</a>
        <TopBar />
        <Connection />
        <div class="frame">
            <Navigation />
            <main class="content" id="content" tabindex="-1">
                <Standing />
                {move || {
                    if must_change.get() {
                        view! { <ChangePassword /> }.into_any()
                    } else {
                        view! { <Outlet /> }.into_any()
                    }
                }}
            </main>
        </div>
        <Dialog open=expired title="登录已过期" dismissible=false>
            <p>"请重新登录，您填写的内容仍在本页。"</p>
            <SignInForm />
        </Dialog>
        <ToastList />
    }
}
