//! 委托代办: one's own delegations and those to oneself; all of them for the security administrator.

mod end_dialog;
mod form;
mod row;
mod who;

use lanmu_domain::delegation::can_be_delegated;
use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::delegation::delegations;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use form::FormDialog;
use row::Row;

/// The page.
#[component]
pub fn Delegations() -> impl IntoView {
    let session = use_session();
    let pages = use_url_state("pages");
    let list = use_remote(move || first_pages(pages_of(pages), delegations));
    let creating = RwSignal::new(false);
    let administers = move || session.may(Permission::GrantPosts);
    let own = move || {
        session.actor().is_some_and(|actor| {
            let mut posts = actor.posts.iter();
            posts.any(|post| can_be_delegated(post.role))
        })
    };
    let creates = Memo::new(move |_| administers() || own());
    let subtitle = Signal::derive(move || {
        if administers() {
            "全站的委托，可代他人办理和终止"
        } else {
            "我委托他人的和他人委托我的，到期自动结束"
        }
        .to_owned()
    });
    view! {
        <PageHeader title="委托代办" subtitle=subtitle>
            <Show when=move || creates.get()>
                <Button look=Look::Primary on_press=move |()| creating.set(true)>
                    "新建委托"
                </Button>
            </Show>
        </PageHeader>
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! {
                    <EmptyState
                        title="没有委托"
                        hint="出差、休假期间，可将审核岗位委托他人代办，待审核的稿件一并交由其办理。"
                    />
                }
                    .into_any()
            } else {
                view! {
                    <ul class="article-list">
                        {page.items.into_iter().map(|row| view! { <Row row list /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=list state=pages unit="条" />
        <Show when=move || creates.get()>
            <FormDialog open=creating list=list />
        </Show>
    }
}
