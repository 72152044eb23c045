//! The departments across, frozen at the top; in the corner the columns that hold the topmost row.

use std::ops::Range;

use leptos::prelude::*;

use super::rows::Rows;
use super::tree::{Item, Tree};
use super::{CELL, State};
use crate::ui::viewport::Viewport;

/// The row.
#[component]
pub fn HeadRow(
    /// What is shown.
    state: State,
    /// What part of it is on screen.
    viewport: Viewport,
    /// The columns in the document.
    across: Memo<Range<usize>>,
) -> impl IntoView {
    let top = viewport.first(super::ROW);
    let tree = state.tree.clone();
    let here = Memo::new(move |_| state.rows.with(|rows| holders(&tree, rows, top.get())));
    // Of the place that has the focus, where that is a cell.
    let at = Memo::new(move |_| {
        let (_, column) = state.entry.get()?;
        state
            .at
            .with(Option::is_some)
            .then(|| column.checked_sub(1))?
    });
    let names = move || {
        state.heads.with(|heads| {
            across
                .get()
                .filter_map(|column| Some((column, heads.list.get(column)?.clone())))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div role="row" class="grid-head" aria-rowindex="1">
            <div role="columnheader" class="grid-head__corner" aria-colindex="1">
                <span class="grid-head__here">{move || here.get()}</span>
                "栏目"
            </div>
            <For each=names key=Clone::clone let((column, head))>
                <div
                    role="columnheader"
                    class="grid-head__name"
                    class:grid-head__name--found=head.found
                    class:grid-head__name--at=move || at.get() == Some(column)
                    aria-colindex=(column + 2).to_string()
                    title=head.name.clone()
                    style=("--left", format!("{}px", column as f64 * CELL))
                >
                    <span>{head.name.clone()}</span>
                </div>
            </For>
        </div>
    }
}

/// The names of the columns that hold a row, from the root down.
fn holders(tree: &Tree, rows: &Rows, row: usize) -> String {
    let Some(row) = rows.list.get(row) else {
        return String::new();
    };
    let parent = match row.item {
        Item::Node(node) => Some(node),
        Item::Line(line) => tree.holder(line),
    };
    parent.map_or_else(String::new, |node| tree.path(node).join(" / "))
}
