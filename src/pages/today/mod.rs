//! 今日待办: one list per person, most urgent first.

mod row;

use lanmu_domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::api;
use crate::date::long_day;
use crate::live::refetch_on;
use crate::session::use_session;
use crate::shell::navigation::first_place;
use crate::ui::async_view::AsyncView;
use crate::ui::empty_state::EmptyState;
use crate::ui::page_header::PageHeader;
use crate::ui::remote::use_remote;
use row::TodayRow;

/// The page; administrators, who owe nothing here, are led to theirs.
#[component]
pub fn Today() -> impl IntoView {
    let session = use_session();
    move || {
        if session.may(Permission::ViewToday) {
            view! { <List /> }.into_any()
        } else {
            let path = first_place(session).unwrap_or("/password");
            view! { <Redirect path=path /> }.into_any()
        }
    }
}

#[component]
fn List() -> impl IntoView {
    let today = use_remote(api::today::today);
    refetch_on(today, |_| true);
    let subtitle = Signal::derive(move || {
        today
            .get()
            .and_then(Result::ok)
            .map(|view| format!("{}，共 {} 项", long_day(view.today), view.total))
            .unwrap_or_default()
    });
    view! {
        <PageHeader title="今日待办" subtitle=subtitle />
        <AsyncView remote=today let:view>
            {if view.items.is_empty() {
                view! {
                    <EmptyState
                        title="今天没有待办事项"
                        hint="栏目均在期限内，也没有等待您办理的稿件。"
                    />
                }
                    .into_any()
            } else {
                let day = view.today;
                let more = view.total.saturating_sub(view.items.len() as u64);
                view! {
                    <ul class="today-list">
                        {view
                            .items
                            .into_iter()
                            .map(|item| view! { <TodayRow item=item today=day /> })
                            .collect_view()}
                    </ul>
                    {(more > 0)
                        .then(|| view! { <p class="today-more">{format!("另有 {more} 项未列出，请先办理以上事项。")}</p> })}
                }
                    .into_any()
            }}
        </AsyncView>
    }
}
