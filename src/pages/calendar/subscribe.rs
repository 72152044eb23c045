//! 订阅日历: addresses for calendar programs.

use lanmu_api::feed::{CreateFeed, FeedView};
use leptos::prelude::*;

use super::filters::Filters;
use crate::api;
use crate::date::long_stamp;
use crate::ui::act::use_act;
use crate::ui::async_view::AsyncView;
use crate::ui::button::{Button, Look};
use crate::ui::confirm::Confirm;
use crate::ui::copy_field::CopyField;
use crate::ui::dialog::Dialog;
use crate::ui::error_state::ErrorLine;
use crate::ui::remote::{Remote, use_remote};
use crate::ui::select::{Choice, Select};
use crate::ui::toast::use_toasts;

/// The button with its dialog.
#[component]
pub fn Subscribe(
    /// The filters of the page: the department that is chosen there is offered first.
    filters: Filters,
    /// The departments that can be chosen, 全部 first.
    departments: Memo<Vec<Choice>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button on_press=move |()| open.set(true)>"订阅日历"</Button>
        <Dialog open=open title="订阅日历">
            {move || {
                open.get().then(|| view! { <Content filters=filters departments=departments /> })
            }}
            <div class="dialog__acts">
                <Button on_press=move |()| open.set(false)>"关闭"</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Content(
    /// The filters of the page.
    filters: Filters,
    /// The departments that can be chosen.
    departments: Memo<Vec<Choice>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let feeds = use_remote(api::feed::feeds);
    let department = RwSignal::new(filters.department.text.get_untracked());
    let address = RwSignal::new(String::new());
    let act = use_act(
        api::feed::create,
        move |created: lanmu_api::feed::CreatedFeed| {
            let origin = window().location().origin().unwrap_or_default();
            address.set(format!("{origin}{}", created.path));
            toasts.say("已开通订阅地址");
            feeds.refetch();
        },
    );
    let choices = Memo::new(move |_| {
        let mut choices = departments.get();
        if let Some(first) = choices.first_mut() {
            first.label = "我能查看的全部事项".to_owned();
        }
        choices
    });
    view! {
        <p class="calendar-note">
            "把订阅地址添加到 Outlook、手机日历等日历软件，期限变动后自动更新。知道地址的人都能查看其中的期限，请勿转发；不再使用的请停用。"
        </p>
        <div class="form">
            <Select
                id="feed-department"
                label="订阅内容"
                choices=choices
                value=department
                on_change=move |value| department.set(value)
            />
            <ErrorLine message=Signal::derive(move || act.error().map(|error| error.message())) />
            <Button
                look=Look::Primary
                busy=Signal::derive(move || act.pending())
                on_press=move |()| {
                    act.run(CreateFeed {
                        department_id: department.get_untracked().parse().ok(),
                    });
                }
            >
                "生成订阅地址"
            </Button>
        </div>
        {move || {
            (!address.with(String::is_empty))
                .then(|| {
                    view! {
                        <CopyField id="feed-address" label="订阅地址（只显示这一次）" text=address />
                    }
                })
        }}
        <h3 class="feeds__title">"已开通的订阅"</h3>
        <AsyncView remote=feeds let:list>
            {if list.is_empty() {
                view! { <p class="calendar-note">"还没有开通订阅。"</p> }.into_any()
            } else {
                let rows = list
                    .into_iter()
                    .map(|feed| view! { <FeedRow feed=feed feeds=feeds /> })
                    .collect_view();
                view! { <ul class="feeds">{rows}</ul> }.into_any()
            }}
        </AsyncView>
    }
}

#[component]
fn FeedRow(
    /// The feed.
    feed: FeedView,
    /// Where the list comes from.
    feeds: Remote<Vec<FeedView>>,
) -> impl IntoView {
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let id = feed.id;
    let act = use_act(
        move |(), key| api::feed::revoke(id, key),
        move |()| {
            asking.set(false);
            toasts.say("已停用订阅地址");
            feeds.refetch();
        },
    );
    let name = feed
        .department_name
        .unwrap_or_else(|| "我能查看的全部事项".to_owned());
    let read = feed.last_read_at.map_or_else(
        || "尚未被读取".to_owned(),
        |at| format!("最近读取：{}", long_stamp(at)),
    );
    let label = format!("停用“{name}”的订阅");
    view! {
        <li class="feeds__row">
            <div>
                <strong>{name}</strong>
                <p class="calendar-note">
                    {format!("{}开通，{read}", long_stamp(feed.created_at))}
                </p>
            </div>
            <button
                type="button"
                class=Look::Quiet.class()
                aria-label=label
                on:click=move |_| asking.set(true)
            >
                "停用"
            </button>
            <Confirm
                open=asking
                title="停用订阅地址"
                message="停用后，日历软件不能再从这个地址读取期限，且无法恢复；需要时可以重新生成。"
                action="停用"
                act=act
            />
        </li>
    }
}
