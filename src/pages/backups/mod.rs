//! 数据备份: making copies of the database on the server's machine, and deleting them.

mod failure;
mod follow;
mod list;
mod running;

use leptos::prelude::*;

use crate::api::backup::{backups, start};
use crate::ui::act::use_act;
use crate::ui::async_view::Answered;
use crate::ui::button::{Button, Look};
use crate::ui::error_state::ErrorLine;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use failure::FailureLine;
use follow::follow;
use list::List;
use running::Running;

/// The page.
#[component]
pub fn Backups() -> impl IntoView {
    let list = use_remote(backups);
    let following = follow(list);
    let begin = use_act(|(), key| start(key), move |begun| following.saw(begun));
    // While one is being made its bytes change every second: the list must not be drawn anew.
    let running = Memo::new(move |_| list.get()?.ok()?.running);
    let failure = Memo::new(move |_| list.get()?.ok()?.failure);
    let files = Memo::new(move |_| list.get().map(|all| all.map(|all| (all.folder, all.items))));
    let is_running = Memo::new(move |_| running.with(Option::is_some));
    let done = UnsyncCallback::new(move |()| list.refetch());
    view! {
        <PageHeader
            title="数据备份"
            subtitle="一份备份包含平台的全部数据和附件，写完后自动检查。备份期间平台照常使用。"
        >
            <Button
                look=Look::Primary
                busy=Signal::derive(move || begin.pending())
                disabled=is_running
                on_press=move |()| begin.run(())
            >
                "立即备份"
            </Button>
        </PageHeader>
        <ErrorLine message=Signal::derive(move || begin.error().map(|error| error.message())) />
        <FailureLine failure=failure />
        <Show when=move || is_running.get()>
            <Running running=running done=done />
        </Show>
        <Answered answer=files on_retry=move || list.refetch() let:found>
            <List folder=found.0 files=found.1 done=done />
        </Answered>
    }
}
