//! A row on screen: its head, and those of its cells that are.

use std::ops::Range;

use leptos::prelude::*;

use super::cell::CellView;
use super::rows::{Mark, Row};
use super::tree::Item;
use super::{ROW, State, place_id};
use crate::ui::duty_link::duty_href;

/// The row.
#[component]
pub fn RowView(
    /// What is shown.
    state: State,
    /// Its number, from 0.
    index: usize,
    /// What it is of.
    item: Item,
    /// The columns in the document.
    across: Memo<Range<usize>>,
) -> impl IntoView {
    let row = Memo::new(move |_| state.rows.with(|rows| rows.list.get(index).cloned()));
    let open = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.open)));
    let depth = row.with_untracked(|row| row.as_ref().map_or(0, |row| row.depth));
    // The cell at which one is is in the document wherever the box is scrolled to.
    let entered = Memo::new(move |_| {
        let (at, column) = state.entry.get()?;
        (at == index).then(|| column.checked_sub(1))?
    });
    let marks = move || {
        let (across, entered) = (across.get(), entered.get());
        let is_in = |mark: &&Mark| across.contains(&mark.column) || Some(mark.column) == entered;
        row.with(|row| {
            let marks = row.iter().flat_map(|row| &row.marks);
            marks.filter(is_in).cloned().collect::<Vec<_>>()
        })
    };
    let keys = state.clone();
    view! {
        <div
            role="row"
            class="grid-row"
            class:grid-row--column=matches!(item, Item::Node(_))
            aria-rowindex=(index + 2).to_string()
            attr:aria-level=(depth + 1).to_string()
            aria-expanded=move || open.get().map(|open| open.to_string())
            style=("--top", format!("{}px", index as f64 * ROW))
        >
            <div
                role="rowheader"
                class="grid-row__head"
                aria-colindex="1"
                style=("--depth", depth.to_string())
            >
                <RowHead state=state.clone() index=index item=item row=row />
            </div>
            <For each=marks key=move |mark| (mark.clone(), keys.head_id(mark.column)) let:mark>
                <CellView state=state.clone() row=index item=item mark=mark />
            </For>
        </div>
    }
}

/// The name, which folds a column or opens a duty.
#[component]
fn RowHead(
    /// What is shown.
    state: State,
    /// The row's number.
    index: usize,
    /// What the row is of.
    item: Item,
    /// The row.
    row: Memo<Option<Row>>,
) -> impl IntoView {
    let place = (index, 0);
    let tabs = state.clone();
    let is_at = move || tabs.is_at(place);
    match item {
        Item::Line(line) => {
            let duty = &state.lines[line].row;
            let name = duty.column_path.last().cloned().unwrap_or_default();
            let id = duty.id;
            let leaving = state.clone();
            view! {
                <a
                    class="grid-row__name"
                    id=place_id(place)
                    href=duty_href(id)
                    on:click=move |_| leaving.leave(id, 0)
                    title=duty.column_path.join(" / ")
                    class:grid-at=is_at
                    tabindex="-1"
                >
                    {name}
                </a>
            }
            .into_any()
        }
        Item::Node(node) => {
            let name = state.tree.nodes[node].name.clone();
            let title = state.tree.path(node).join(" / ");
            let turning = state.clone();
            let open = Memo::new(move |_| {
                row.with(|row| row.as_ref().is_some_and(|row| row.open == Some(true)))
            });
            let number = move || row.with(|row| row.as_ref().map_or(0, |row| row.number));
            view! {
                <button
                    type="button"
                    class="grid-row__name grid-row__name--column"
                    id=place_id(place)
                    title=title
                    aria-expanded=move || open.get().to_string()
                    class:grid-at=is_at
                    tabindex="-1"
                    on:click=move |_| turning.turn(item)
                >
                    <span class="grid-row__fold" aria-hidden="true">
                        {move || if open.get() { "▾" } else { "▸" }}
                    </span>
                    <span class="grid-row__words">{name}</span>
                    <span class="grid-row__number">{move || format!("{} 项", number())}</span>
                </button>
            }
            .into_any()
        }
    }
}
