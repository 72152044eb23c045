//! 关闭栏目, or 恢复栏目 where it is closed.

use chrono::NaiveDate;
use lanmu_api::column::{CloseColumn, ReopenColumn};
use lanmu_api::path;
use leptos::prelude::*;

use crate::api::change::Asked;
use crate::date::long_day;
use crate::ui::change::{ChangeForm, Wording, use_change};
use crate::ui::dialog::Dialog;
use crate::ui::toast::use_toasts;

const CLOSING: Wording = Wording {
    day: Some(("closed_on", "关闭日期")),
    reason: "关闭原因",
    action: "确认关闭",
    fields: &[],
};
const REOPENING: Wording = Wording {
    day: Some(("reopened_on", "恢复日期")),
    reason: "恢复原因",
    action: "确认恢复",
    fields: &[],
};

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
            <CloseForm open=open column_id=column_id closed_on=closed_on done=done />
        </Dialog>
    }
}

#[component]
fn CloseForm(
    /// The dialog.
    open: RwSignal<bool>,
    /// The column.
    column_id: i64,
    /// The day on which it was or will be closed.
    closed_on: Option<NaiveDate>,
    /// Follows when it was closed or opened.
    done: UnsyncCallback<()>,
) -> impl IntoView {
    let toasts = use_toasts();
    let is_closed = closed_on.is_some();
    let change = use_change(
        if is_closed { REOPENING } else { CLOSING },
        move |day, reason| {
            Ok(if is_closed {
                let form = ReopenColumn {
                    reopened_on: day,
                    reason,
                };
                Asked::new(path::column_act(column_id, "reopen"), &form)
            } else {
                let form = CloseColumn {
                    closed_on: day,
                    reason,
                };
                Asked::new(path::column_act(column_id, "close"), &form)
            })
        },
        move || {
            open.set(false);
            toasts.say(if is_closed {
                "已登记恢复栏目"
            } else {
                "已登记关闭栏目"
            });
            done.run(());
        },
    );
    // A closure that has not begun can end on its first day at the earliest.
    if let Some(first) = closed_on.map(|day| day.to_string())
        && change.day.with_untracked(|day| *day < first)
    {
        change.day.set(first);
    }
    let note = closed_on.map_or_else(
        || "关闭期间本栏目及下级栏目不计时，关闭的天数不计入期限。".to_owned(),
        |day| format!("该栏目的关闭日期为{}。", long_day(day)),
    );
    view! {
        <ChangeForm change=change open=open>
            <p class="duty-note">{note}</p>
        </ChangeForm>
    }
}
