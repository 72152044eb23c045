//! Who stands on the roster, and who stood there.

use chrono::NaiveDate;
use lanmu_api::roster::{RosterEntryView, RosterView};
use lanmu_domain::roster::RosterRole;
use leptos::prelude::*;

use super::end_dialog::EndDialog;
use super::entry_dialog::EntryDialog;
use crate::date::plain_day;
use crate::ui::button::{Button, Look};
use crate::ui::data_table::{Column, DataTable, by_words};
use crate::ui::empty_state::EmptyState;
use crate::ui::remote::Remote;
use crate::ui::url_state::use_url_state;

/// The form as a table.
#[component]
pub fn Entries(
    /// Who counts.
    entries: Vec<RosterEntryView>,
    /// Whether the person may change them.
    may_change: bool,
    /// The department.
    department_id: i64,
    /// Fetched again after every act.
    remote: Remote<RosterView>,
) -> impl IntoView {
    if entries.is_empty() {
        let title = "还没有填写分管领导和具体负责工作人员";
        return view! { <EmptyState title=title /> }.into_any();
    }
    let rows: Vec<RosterEntryView> = RosterRole::ALL
        .into_iter()
        .flat_map(|role| entries.iter().filter(move |one| one.listed.role == role))
        .cloned()
        .collect();
    view! {
        <DataTable
            name="roster-entries"
            label="工作机构表"
            columns=columns(may_change, department_id, remote)
            rows=Signal::stored(rows)
            sort=use_url_state("sort")
            empty="还没有填写分管领导和具体负责工作人员"
        />
    }
    .into_any()
}

fn columns(
    may_change: bool,
    department_id: i64,
    remote: Remote<RosterView>,
) -> Vec<Column<RosterEntryView>> {
    let mut columns = vec![
        Column::new("role", "类别", |entry: &RosterEntryView| {
            entry.listed.role.label()
        }),
        Column::new("name", "姓名", |entry: &RosterEntryView| {
            entry.listed.name.clone()
        })
        .names()
        .sorted_by(|a, b| by_words(&a.listed.name, &b.listed.name)),
        Column::new("post", "职务", |entry: &RosterEntryView| {
            entry.listed.post.clone()
        }),
        Column::new("office", "座机", |entry: &RosterEntryView| {
            number(entry.listed.office_phone.clone())
        })
        .class("roster-table__number"),
        Column::new("mobile", "手机", |entry: &RosterEntryView| {
            number(entry.listed.mobile.clone())
        })
        .class("roster-table__number"),
        Column::new("days", "起止日期", |entry: &RosterEntryView| {
            span(entry.first_day, entry.last_day)
        })
        .class("roster-table__days")
        .sorted_by(|a, b| a.first_day.cmp(&b.first_day)),
    ];
    if may_change {
        let acts = move |entry: &RosterEntryView| {
            view! { <Acts entry=entry.clone() department_id=department_id remote=remote /> }
        };
        let acts = Column::new("acts", "操作", acts);
        columns.push(acts.class("roster-table__acts screen-only").fixed());
    }
    columns
}

#[component]
fn Acts(
    /// The entry.
    entry: RosterEntryView,
    /// The department.
    department_id: i64,
    /// Fetched again after every act.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let (changing, ending) = (RwSignal::new(false), RwSignal::new(false));
    let (changed, ended) = (entry.clone(), entry.clone());
    view! {
        <span class="visually-hidden">{format!("修改或截止：{}", entry.listed.name)}</span>
        <Button look=Look::Quiet on_press=move |()| changing.set(true)>
            "修改"
        </Button>
        <Button look=Look::Quiet on_press=move |()| ending.set(true)>
            "截止"
        </Button>
        <EntryDialog open=changing department_id=department_id entry=Some(changed) remote=remote />
        <EndDialog open=ending entry=ended remote=remote />
    }
}

/// Who comes later or has gone.
#[component]
pub fn Former(
    /// The entries.
    entries: Vec<RosterEntryView>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    (!entries.is_empty()).then(|| {
        let count = entries.len();
        let rows = entries
            .into_iter()
            .map(|entry| {
                let when = if entry.first_day > today {
                    "尚未开始"
                } else {
                    "已变更或截止"
                };
                view! {
                    <li>
                        {format!(
                            "{}　{}　{}　{}　{when}",
                            entry.listed.role.label(),
                            entry.listed.name,
                            entry.listed.post,
                            span(entry.first_day, entry.last_day),
                        )}
                    </li>
                }
            })
            .collect_view();
        view! {
            <details class="roster-former">
                <summary>{format!("变动记录（{count} 条）")}</summary>
                <ul>{rows}</ul>
            </details>
        }
    })
}

fn number(text: String) -> String {
    if text.is_empty() {
        "未填".to_owned()
    } else {
        text
    }
}

fn span(first: NaiveDate, last: Option<NaiveDate>) -> String {
    match last {
        Some(last) => format!("{}至{}", plain_day(first), plain_day(last)),
        None => format!("{}起", plain_day(first)),
    }
}
