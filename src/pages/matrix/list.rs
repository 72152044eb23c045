//! The matrix as a list, grouped by the first two columns of the path.
//!
//! Every row is made once; filtering only hides rows, so that typing stays quick with hundreds of
//! them. What is off screen is not laid out (`content-visibility` in the style).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::board::Lines;
use super::filter::grouped;
use super::row::Row;

/// Headings of the columns; also the labels on narrow screens.
pub const HEADINGS: [&str; 8] = [
    "序号",
    "栏目",
    "更新要求",
    "责任部门",
    "责任方式",
    "状态",
    "期限",
    "最近更新",
];

/// The list.
#[component]
pub fn List(
    /// The lines.
    lines: Lines,
    /// Which of them are shown.
    shown: Memo<Vec<bool>>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let groups = grouped(&lines.0)
        .into_iter()
        .map(|(name, places)| {
            view! { <Group name=name places=places lines=lines.clone() shown=shown today=today /> }
        })
        .collect_view();
    view! {
        <div class="table-box matrix-box">
            <table class="matrix-table" role="table" aria-label="责任矩阵">
                <thead role="rowgroup">
                    <tr role="row" class="matrix-head">
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

/// A heading that folds its rows away.
#[component]
fn Group(
    /// The columns above.
    name: String,
    /// The places of its lines.
    places: Vec<usize>,
    /// All lines.
    lines: Lines,
    /// Which of them are shown.
    shown: Memo<Vec<bool>>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let open = RwSignal::new(true);
    let members = places.clone();
    let number = Memo::new(move |_| {
        shown.with(|shown| {
            members
                .iter()
                .filter(|place| shown.get(**place).copied().unwrap_or(false))
                .count()
        })
    });
    let rows = places
        .into_iter()
        .map(|place| {
            let line = lines.0[place].clone();
            let visible = move || {
                open.get() && shown.with(|shown| shown.get(place).copied().unwrap_or(false))
            };
            view! { <Row line=line visible=Signal::derive(visible) today=today /> }
        })
        .collect_view();
    view! {
        <tbody role="rowgroup" class="matrix-group" hidden=move || number.get() == 0>
            <tr role="row" class="matrix-group__head">
                <th role="rowheader" colspan="8" scope="rowgroup">
                    <button
                        type="button"
                        class="matrix-group__button"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        <span class="matrix-group__mark" aria-hidden="true">
                            {move || if open.get() { "▾" } else { "▸" }}
                        </span>
                        {name}
                        <span class="matrix-group__number">
                            {move || format!("{} 项", number.get())}
                        </span>
                    </button>
                </th>
            </tr>
            {rows}
        </tbody>
    }
}
