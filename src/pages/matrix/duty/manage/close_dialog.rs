//! 关闭栏目, or 恢复栏目 where it is closed.

use chrono::NaiveDate;
use lanmu_api::column::{CloseColumn, ReopenColumn};
use leptos::prelude::*;

use crate::api;
use crate::date::browser_now;
use crate::ui::change::{Change, ChangeActs, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;

/// The dialog.
#[component]
pub fn CloseDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// The day on which it was or will be closed; `None` while it is open.
    closed_on: Option<NaiveDate>,
    /// Follows when it was closed or opened.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let title = if closed_on.is_some() {
        "恢复栏目"
    } else {
        "关闭栏目"
    };
    view! {
        <Dialog open=open title=title>
            {match closed_on {
                Some(closed_on) => {
                    view! {
                        <ReopenForm open=open column_id=column_id closed_on=closed_on done=done />
                    }
                        .into_any()
                }
                None => view! { <CloseForm open=open column_id=column_id done=done /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn CloseForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// Follows when it was closed.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let day = RwSignal::new(browser_now().date_naive().to_string());
    let reason = RwSignal::new(String::new());
    let change = use_change(
        move || {
            Ok(CloseColumn {
                closed_on: day.with(|day| day.parse().map_err(|_| ("closed_on", NO_DAY)))?,
                reason: reason.get(),
            })
        },
        move |form, key| api::column::act(column_id, "close/preview", form, key),
        move |form, key| api::column::act(column_id, "close", form, key),
        move || {
            open.set(false);
            toasts.say("已登记关闭栏目");
            done.run(());
        },
    );
    view! {
        <form class="form" on:submit=submitting(change)>
            <p class="duty-note">"关闭期间本栏目及下级栏目不计时，恢复后重新计时，关闭的天数不计入期限。"</p>
            <Field
                id="close-day"
                label="关闭日期"
                kind="date"
                value=day
                required=true
                error=change.error("closed_on")
            />
            <TextArea
                id="close-reason"
                label="关闭原因"
                value=reason
                rows=2
                required=true
                error=change.error("reason")
            />
            <ChangeActs change=change fields=&["closed_on", "reason"] action="确认关闭" open=open />
        </form>
    }
}

#[component]
fn ReopenForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// The day of closing.
    closed_on: NaiveDate,
    /// Follows when it was opened.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let today = browser_now().date_naive();
    let day = RwSignal::new(today.max(closed_on).to_string());
    let reason = RwSignal::new(String::new());
    let change = use_change(
        move || {
            Ok(ReopenColumn {
                reopened_on: day.with(|day| day.parse().map_err(|_| ("reopened_on", NO_DAY)))?,
                reason: reason.get(),
            })
        },
        move |form, key| api::column::act(column_id, "reopen/preview", form, key),
        move |form, key| api::column::act(column_id, "reopen", form, key),
        move || {
            open.set(false);
            toasts.say("已登记恢复栏目");
            done.run(());
        },
    );
    view! {
        <form class="form" on:submit=submitting(change)>
            <p class="duty-note">{format!("该栏目自 {closed_on} 起关闭。")}</p>
            <Field
                id="reopen-day"
                label="恢复日期"
                kind="date"
                value=day
                required=true
                error=change.error("reopened_on")
            />
            <TextArea
                id="reopen-reason"
                label="恢复原因"
                value=reason
                rows=2
                required=true
                error=change.error("reason")
            />
            <ChangeActs change=change fields=&["reopened_on", "reason"] action="确认恢复" open=open />
        </form>
    }
}

fn submitting<F: Clone + PartialEq + 'static>(
    change: Change<F>,
) -> impl Fn(leptos::ev::SubmitEvent) {
    move |event| {
        event.prevent_default();
        change.preview();
    }
}

const NO_DAY: &str = "请填写日期。";
