//! The matrix as a list, grouped by the first two columns of the path.
//!
//! Every row is made once; filtering only hides rows, so that typing stays quick with hundreds of
//! them. What is off screen is not laid out (`content-visibility` in the style); where there are
//! thousands, a group's rows are made when they come near.

use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;

use super::board::Lines;
use super::filter::grouped;
use super::row::Row;
use crate::ui::near::use_near;

/// So many rows are made at once.
const AT_ONCE: usize = 1_000;
/// The height of a row that was not made yet, in CSS pixels, as the style estimates it.
const ROW: usize = 64;

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
    let groups = grouped(&lines)
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
    let body = NodeRef::<html::Tbody>::new();
    let at_once = lines.len() <= AT_ONCE;
    let made = if at_once {
        Signal::stored(true)
    } else {
        use_near(body)
    };
    let height = move || {
        let rows = if open.get() { number.get() } else { 0 };
        (!made.get()).then(|| format!("{}px", rows * ROW))
    };
    let rows = move || {
        let row = |place: &usize| {
            let (line, place) = (lines[*place].clone(), *place);
            let visible = move || {
                open.get() && shown.with(|shown| shown.get(place).copied().unwrap_or(false))
            };
            view! { <Row line=line visible=Signal::derive(visible) today=today /> }
        };
        made.get().then(|| places.iter().map(row).collect_view())
    };
    view! {
        <tbody
            role="rowgroup"
            class="matrix-group"
            hidden=move || number.get() == 0
            style:min-height=height
            node_ref=body
        >
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
