//! Who stands on the roster, and who stood there.

use chrono::NaiveDate;
use lanmu_api::roster::{RosterEntryView, RosterView};
use lanmu_domain::roster::RosterRole;
use leptos::prelude::*;

use super::end_dialog::EndDialog;
use super::entry_dialog::EntryDialog;
use crate::ui::button::{Button, Look};
use crate::ui::empty_state::EmptyState;
use crate::ui::remote::Remote;

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
    let rows = RosterRole::ALL.map(|role| {
        entries
            .iter()
            .filter(|entry| entry.listed.role == role)
            .cloned()
            .map(|entry| {
                view! { <Entry entry=entry may_change=may_change department_id=department_id remote=remote /> }
            })
            .collect_view()
    });
    view! {
        <div class="table-box">
            <table class="table roster-table">
                <caption class="visually-hidden">"工作机构表"</caption>
                <thead>
                    <tr>
                        <th scope="col">"类别"</th>
                        <th scope="col">"姓名"</th>
                        <th scope="col">"职务"</th>
                        <th scope="col">"座机"</th>
                        <th scope="col">"手机"</th>
                        <th scope="col">"起止日期"</th>
                        {may_change.then(|| view! { <th scope="col" class="screen-only">"操作"</th> })}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Entry(
    /// The entry.
    entry: RosterEntryView,
    /// Whether the person may change it.
    may_change: bool,
    /// The department.
    department_id: i64,
    /// Fetched again after every act.
    remote: Remote<RosterView>,
) -> impl IntoView {
    let (changing, ending) = (RwSignal::new(false), RwSignal::new(false));
    let listed = entry.listed.clone();
    let span = span(entry.first_day, entry.last_day);
    let acts = may_change.then(|| {
        let (changed, ended) = (entry.clone(), entry.clone());
        let label = |words: &str| format!("{words}{}", listed.name);
        view! {
            <td data-label="操作" class="roster-table__acts">
                <span class="visually-hidden">{label("修改或截止：")}</span>
                <Button look=Look::Quiet on_press=move |()| changing.set(true)>"修改"</Button>
                <Button look=Look::Quiet on_press=move |()| ending.set(true)>"截止"</Button>
                <EntryDialog open=changing department_id=department_id entry=Some(changed) remote=remote />
                <EndDialog open=ending entry=ended remote=remote />
            </td>
        }
    });
    view! {
        <tr>
            <td data-label="类别">{listed.role.label()}</td>
            <th scope="row" data-label="姓名">{listed.name.clone()}</th>
            <td data-label="职务">{listed.post}</td>
            <td data-label="座机" class="roster-table__number">{number(listed.office_phone)}</td>
            <td data-label="手机" class="roster-table__number">{number(listed.mobile)}</td>
            <td data-label="起止日期">{span}</td>
            {acts}
        </tr>
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
        Some(last) => format!("{first} 至 {last}"),
        None => format!("{first} 起"),
    }
}
