//! A cell on screen: a duty, which opens, or the sum of a folded column, which unfolds.

use leptos::prelude::*;

use super::rows::{Content, Mark};
use super::tree::Item;
use super::words::{number, of_duty, of_sum};
use super::{CELL, State, place_id};
use crate::ui::badge::{status_class, status_shape};
use crate::ui::duty_link::duty_href;

/// The cell.
#[component]
pub fn CellView(
    /// What is shown.
    state: State,
    /// Its row's number.
    row: usize,
    /// What its row is of.
    item: Item,
    /// What stands in it.
    mark: Mark,
) -> impl IntoView {
    let place = (row, mark.column + 1);
    let head = state.heads.with_untracked(|heads| {
        let head = heads.list.get(mark.column);
        head.map(|head| head.name.clone()).unwrap_or_default()
    });
    let class = format!("grid-cell grid-cell--{}", status_class(mark.status));
    let shape = status_shape(mark.status);
    let left = format!("{}px", mark.column as f64 * CELL);
    let colindex = (place.1 + 1).to_string();
    let tabs = state.clone();
    let is_at = move || tabs.is_at(place);
    match (item, &mark.content) {
        (Item::Line(line), Content::Duty(owner)) => {
            let line = &state.lines[line];
            let words = of_duty(line, *owner, &head, state.today);
            let id = line.row.id;
            let leaving = state.clone();
            view! {
                <a
                    role="gridcell"
                    class=class
                    id=place_id(place)
                    href=duty_href(id)
                    on:click=move |_| leaving.leave(id, place.1)
                    title=words.clone()
                    aria-label=words
                    aria-colindex=colindex
                    class:grid-at=is_at
                    tabindex="-1"
                    style=("--left", left)
                >
                    {shape}
                </a>
            }
            .into_any()
        }
        (Item::Node(node), Content::Sum(sum)) => {
            let words = of_sum(&state.tree.nodes[node].name, sum, &head);
            let sum = number(&mark);
            view! {
                <button
                    type="button"
                    role="gridcell"
                    class=class
                    id=place_id(place)
                    title=words.clone()
                    aria-label=words
                    aria-colindex=colindex
                    class:grid-at=is_at
                    tabindex="-1"
                    style=("--left", left)
                    on:click=move |_| state.open_sum(item, place.1)
                >
                    {shape}
                    <small class="grid-cell__number">{sum}</small>
                </button>
            }
            .into_any()
        }
        // A duty has no sums, a column no duties.
        _ => ().into_any(),
    }
}
