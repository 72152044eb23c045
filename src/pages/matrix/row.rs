//! A duty as a row of the list.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

use super::filter::Line;
use super::list::HEADINGS;
use crate::date::{distance, short_day};
use crate::ui::badge::StatusBadge;
use crate::ui::duty_link::duty_href;
use crate::ui::names::Names;

/// The row.
#[component]
pub fn Row(
    /// What it shows.
    line: Line,
    /// Whether the filters let it through.
    visible: Signal<bool>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let Line { row, owners, .. } = line;
    let href = duty_href(row.id);
    let doubts = format!("{href}#doubts");
    let mut above = row.column_path;
    let name = above.pop().unwrap_or_default();
    let mode = if owners.len() > 1 {
        row.mode.label()
    } else {
        ""
    };
    let due = row.due.map(|due| {
        view! {
            {short_day(due, today)}
            <small class="matrix-row__distance">{distance(due, today)}</small>
        }
    });
    let updated = row
        .last_updated_on
        .map_or_else(|| "未更新".to_owned(), |day| short_day(day, today));
    let requirement = if row.requirement.is_empty() {
        "（原表未填）".to_owned()
    } else {
        row.requirement
    };
    view! {
        <tr role="row" class="matrix-row" hidden=move || !visible.get()>
            <td role="cell" data-label=HEADINGS[0] class="matrix-row__number">
                {row.annex_row}
            </td>
            <th role="rowheader" scope="row" data-label=HEADINGS[1] class="matrix-row__column">
                <A href=href attr:class="matrix-row__link">
                    <span class="matrix-row__path">{above.join(" / ")}</span>
                    <span class="matrix-row__name">{name}</span>
                </A>
                {row
                    .doubtful
                    .then(|| {
                        view! {
                            <A href=doubts attr:class="doubt-mark">
                                "待确认"
                            </A>
                        }
                    })}
            </th>
            <td role="cell" data-label=HEADINGS[2]>
                <span class="matrix-row__requirement" title=requirement.clone()>
                    {requirement.clone()}
                </span>
            </td>
            <td role="cell" data-label=HEADINGS[3]>
                <Names names=owners />
            </td>
            <td role="cell" data-label=HEADINGS[4] class="matrix-row__mode">
                {mode}
            </td>
            <td role="cell" data-label=HEADINGS[5]>
                <StatusBadge status=row.status />
            </td>
            <td role="cell" data-label=HEADINGS[6] class="matrix-row__day">
                {due}
            </td>
            <td role="cell" data-label=HEADINGS[7] class="matrix-row__day">
                {updated}
            </td>
        </tr>
    }
}
