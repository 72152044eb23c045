//! 委托代办 in force: for whom the person stands in, and who stands in for the person.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::api;
use crate::date::long_stamp;
use crate::session::use_session;

/// The banner above every page, while there is something to say. With every page it is asked anew
/// what is held and delegated, so that a delegation shows without signing in again.
#[component]
pub fn Standing() -> impl IntoView {
    let session = use_session();
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            spawn_local(async move {
                if let Ok(view) = api::session::current().await {
                    session.renew(view);
                }
            });
        }
        now
    });
    let lines = Memo::new(move |_| {
        session
            .who()
            .map(|who| {
                let delegated = who.delegated.into_iter().map(|view| {
                    let of = view.delegated;
                    format!(
                        "您正在代{}（{}）办理审核事项，至{}结束。",
                        of.principal_name,
                        of.post.title,
                        long_stamp(of.until)
                    )
                });
                let passed_on = who.passed_on.into_iter().map(|view| {
                    format!(
                        "您已委托{}代办“{}”的审核事项，至{}结束。",
                        view.delegate_name,
                        view.title,
                        long_stamp(view.until)
                    )
                });
                delegated.chain(passed_on).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <aside class="standing" aria-label="委托代办">
                <ul class="standing__lines">
                    {move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                <A href="/delegations" attr:class="standing__link">
                    "查看委托"
                </A>
            </aside>
        </Show>
    }
}
