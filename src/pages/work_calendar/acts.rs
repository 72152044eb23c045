//! What whoever keeps the calendar can do with a year besides changing single days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::day_dialog::DayEdit;
use super::drafts::{Draft, Drafts};
use super::import_dialog::ImportDialog;
use crate::ui::button::Button;

/// 导入安排, 添加本地放假日, 标为已公布 or 撤回公布.
#[component]
pub fn Acts(
    /// The year.
    year: i32,
    /// What is off while it is not announced.
    statutory: StoredValue<BTreeSet<NaiveDate>>,
    /// The year as it is kept.
    kept: StoredValue<Draft>,
    /// The year as it would be.
    draft: Memo<Draft>,
    /// What was changed on the page.
    drafts: Drafts,
    /// The dialog for days.
    edit: DayEdit,
    /// Shows another year.
    go: UnsyncCallback<i32>,
) -> impl IntoView {
    let importing = RwSignal::new(false);
    let announced = Memo::new(move |_| draft.with(|draft| draft.announced));
    let turn = move || {
        let mut draft = draft.get_untracked();
        if draft.announced {
            draft.take_back(statutory.get_value());
        } else {
            draft.announced = true;
        }
        drafts.put(year, draft, &kept.get_value());
    };
    view! {
        <div class="year-acts">
            <Button on_press=move |()| importing.set(true)>"导入安排"</Button>
            <Button on_press=move |()| edit.open_local()>"添加本地放假日"</Button>
            <Button on_press=move |()| {
                turn();
            }>{move || if announced.get() { "撤回公布" } else { "标为已公布" }}</Button>
        </div>
        <ImportDialog open=importing year=year drafts=drafts go=go />
    }
}
