//! Obligations as a table, grouped by due date.

use chrono::NaiveDate;
use lanmu_api::obligation::ObligationView;
use leptos::prelude::*;
use leptos_router::components::A;

use super::items::by_due;
use crate::date::{distance, long_day, short_day};
use crate::ui::badge::StatusBadge;
use crate::ui::duty_link::duty_href;
use crate::ui::names::Names;

const HEADINGS: [&str; 5] = ["期限", "状态", "栏目", "责任部门", "说明"];

/// The table.
#[component]
pub fn ItemTable(
    /// What is listed, by due date.
    items: Vec<ObligationView>,
    /// The server's day.
    today: NaiveDate,
    /// Whether each due date has a heading of its own.
    #[prop(default = true)]
    grouped: bool,
    /// What it lists, for screen readers.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let groups = by_due(items)
        .into_iter()
        .map(|(due, members)| {
            let heading = grouped.then(|| group_words(due, members.len(), today));
            view! {
                <tbody role="rowgroup" class="item-group">
                    {heading
                        .map(|heading| {
                            view! {
                                <tr role="row" class="item-group__head">
                                    <th role="rowheader" colspan="5" scope="rowgroup">
                                        {heading}
                                    </th>
                                </tr>
                            }
                        })}
                    {members
                        .into_iter()
                        .map(|item| view! { <ItemRow item=item today=today /> })
                        .collect_view()}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="table-box item-box">
            <table class="item-table" role="table" aria-label=label>
                <thead role="rowgroup">
                    <tr role="row" class="item-head">
                        {HEADINGS
                            .map(|heading| {
                                view! {
                                    <th role="columnheader" scope="col">
                                        {heading}
                                    </th>
                                }
                            })
                            .collect_view()}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
}

#[component]
fn ItemRow(
    /// What it shows.
    item: ObligationView,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let href = duty_href(item.duty_id);
    let mut above = item.column_path;
    let name = above.pop().unwrap_or_default();
    let due = item
        .due
        .map_or_else(|| "无期限".to_owned(), |due| short_day(due, today));
    view! {
        <tr role="row" class="item-row">
            <td role="cell" data-label=HEADINGS[0] class="item-row__due">
                {due}
            </td>
            <td role="cell" data-label=HEADINGS[1]>
                <StatusBadge status=item.status />
            </td>
            <th role="rowheader" scope="row" data-label=HEADINGS[2] class="item-row__column">
                <A href=href attr:class="item-row__link">
                    <span class="item-row__path">{above.join(" / ")}</span>
                    <span class="item-row__name">{name}</span>
                </A>
            </th>
            <td role="cell" data-label=HEADINGS[3]>
                <Names names=item.department_names />
            </td>
            <td role="cell" data-label=HEADINGS[4] class="item-row__why">
                {item.arithmetic}
                {item
                    .unannounced
                    .then(|| view! { <span class="item-row__note">"节假日安排未公布"</span> })}
            </td>
        </tr>
    }
}

fn group_words(due: Option<NaiveDate>, number: usize, today: NaiveDate) -> String {
    match due {
        Some(due) => format!("{}　{}　{number} 项", long_day(due), distance(due, today)),
        None => format!("没有期限　{number} 项"),
    }
}
