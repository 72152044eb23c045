//! The deadlines that would move.

use chrono::NaiveDate;
use lanmu_api::preview::{MovedDeadline, MovedDeadlines};
use leptos::prelude::*;

use crate::date::short_day;
use crate::ui::badge::StatusBadge;
use crate::ui::names::Names;

/// How many, and each with where it moves.
#[component]
pub fn Moved(
    /// What would move.
    moved: MovedDeadlines,
) -> impl IntoView {
    let MovedDeadlines { today, moved } = moved;
    if moved.is_empty() {
        return view! { <p class="moved__count" role="status">"没有期限变动。"</p> }.into_any();
    }
    let count = format!("{} 项期限变动：", moved.len());
    let rows = moved
        .into_iter()
        .map(|deadline| view! { <Row deadline=deadline today=today /> })
        .collect_view();
    view! {
        <p class="moved__count" role="status">{count}</p>
        <ul class="moved" tabindex="0" aria-label="期限变动">
            {rows}
        </ul>
    }
    .into_any()
}

#[component]
fn Row(
    /// What moves.
    deadline: MovedDeadline,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let day = |day: Option<NaiveDate>| {
        day.map_or_else(|| "无期限".to_owned(), |day| short_day(day, today))
    };
    let turns = deadline.status_before != deadline.status_after;
    view! {
        <li class="moved__row">
            <span class="moved__column">{deadline.column_path.join(" / ")}</span>
            <Names names=deadline.department_names />
            <span class="moved__days">
                {day(deadline.before)} " → " <strong>{day(deadline.after)}</strong>
            </span>
            {turns
                .then(|| {
                    view! {
                        <span class="moved__days">
                            <StatusBadge status=deadline.status_before />
                            " → "
                            <StatusBadge status=deadline.status_after />
                        </span>
                    }
                })}
        </li>
    }
}
