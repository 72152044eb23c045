//! 人员与岗位: accounts by the system administrator, posts by the security administrator.

mod asked;
mod create;
mod grant;
mod handover;
mod issued;
mod row;

use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::person::people;
use crate::api::site::departments;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::Field;
use crate::ui::load_more::{LoadMore, first_pages, pages_of};
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use asked::Asked;
use create::CreateDialog;
use issued::{Issued, IssuedDialog};
use row::PersonCard;

pub use handover::Handover;

/// The page.
#[component]
pub fn People() -> impl IntoView {
    let session = use_session();
    let (words, pages) = (use_url_state("q"), use_url_state("pages"));
    let text = |text: String| (!text.is_empty()).then_some(text);
    let list = use_remote(move || {
        let words = text(words.get());
        first_pages(pages_of(pages), move |after| people(words.clone(), after))
    });
    let known = use_remote(departments);
    let typed = RwSignal::new(words.text.get_untracked());
    let creating = RwSignal::new(false);
    let issued = Issued::new();
    view! {
        <PageHeader title="人员与岗位">
            {move || {
                session
                    .may(Permission::ManagePeople)
                    .then(|| {
                        view! {
                            <Button look=Look::Primary on_press=move |()| creating.set(true)>
                                "新建人员"
                            </Button>
                        }
                    })
            }}
        </PageHeader>
        <Asked known=known />
        <form
            class="filters"
            on:submit=move |event| {
                event.prevent_default();
                pages.set("");
                words.set(typed.get_untracked().trim());
            }
        >
            <Field id="people-q" label="姓名或登录名" value=typed kind="search" />
            <Button submit=true>"查询"</Button>
        </form>
        <AsyncView remote=list let:page>
            {if page.items.is_empty() {
                view! { <EmptyState title="没有符合条件的人员" /> }.into_any()
            } else {
                view! {
                    <ul class="article-list">
                        {page
                            .items
                            .into_iter()
                            .map(|person| view! { <PersonCard person list departments=known issued /> })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </AsyncView>
        <LoadMore remote=list state=pages unit="人" />
        <CreateDialog open=creating list=list issued=issued />
        <IssuedDialog issued=issued />
    }
}
