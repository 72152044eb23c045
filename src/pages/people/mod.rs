//! 人员与岗位: accounts by the system administrator, posts by the security administrator.

mod create;
mod grant;
mod issued;
mod row;

use lanmu_domain::permission::Permission;
use leptos::prelude::*;

use crate::api::person::people;
use crate::session::use_session;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::Field;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use crate::ui::url_state::use_url_state;
use create::CreateDialog;
use issued::{Issued, IssuedDialog};
use row::PersonCard;

/// The page.
#[component]
pub fn People() -> impl IntoView {
    let session = use_session();
    let (words, after) = (use_url_state("q"), use_url_state("after"));
    let text = |text: String| (!text.is_empty()).then_some(text);
    let list = use_remote(move || people(text(words.get()), text(after.get())));
    let typed = RwSignal::new(words.text.get_untracked());
    let creating = RwSignal::new(false);
    let issued = RwSignal::new(None::<Issued>);
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
        <form
            class="filters"
            on:submit=move |event| {
                event.prevent_default();
                after.set("");
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
                let next = page.meta.next.clone();
                view! {
                    <p class="list-count">{format!("共 {} 人", page.meta.total)}</p>
                    <ul class="article-list">
                        {page
                            .items
                            .into_iter()
                            .map(|person| view! { <PersonCard person=person list=list issued=issued /> })
                            .collect_view()}
                    </ul>
                    {next
                        .map(|next| {
                            view! {
                                <Button on_press=move |()| after.set(next.clone())>"下一页"</Button>
                            }
                        })}
                }
                    .into_any()
            }}
        </AsyncView>
        <CreateDialog open=creating list=list issued=issued />
        <IssuedDialog issued=issued />
    }
}
