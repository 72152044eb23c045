//! The matrix as a grid: columns of the site down, departments across.
//!
//! Only the cells that hold something are in the document; each is placed by its number.

mod cells;
mod steps;

use std::sync::Arc;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::board::Lines;
use cells::{Cell, Heads, cells_of, heads};
use steps::{Place, Step, first, next};

/// The grid. Arrow keys move from cell to cell, Enter opens the duty.
#[component]
pub fn Grid(
    /// The lines.
    lines: Lines,
    /// Which of them are shown.
    shown: Memo<Vec<bool>>,
    /// The departments in their order.
    departments: Vec<DepartmentView>,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let heads = heads(&lines.0, &departments);
    let cells: Vec<Vec<Cell>> = lines
        .0
        .iter()
        .map(|line| cells_of(line, &heads, today))
        .collect();
    let columns: Arc<Vec<Vec<usize>>> = Arc::new(
        cells
            .iter()
            .map(|row| row.iter().map(|cell| cell.column).collect())
            .collect(),
    );
    let at = RwSignal::new(None::<Place>);
    let of_tab = Arc::clone(&columns);
    // Where the tab key enters: the cell last visited, as long as it is shown.
    let entry = Memo::new(move |_| {
        shown.with(|shown| {
            at.get()
                .filter(|(row, _)| shown.get(*row).copied().unwrap_or(false))
                .or_else(|| first(&of_tab, shown))
        })
    });
    let on_key = move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        let (Some(step), Some(place)) = (Step::of_key(&event.key()), entry.get_untracked()) else {
            return;
        };
        if modified {
            return;
        }
        event.prevent_default();
        let target = shown.with_untracked(|shown| next(&columns, shown, place, step));
        if let Some(target) = target {
            at.set(Some(target));
            focus(target);
        }
    };
    let rows = lines
        .0
        .iter()
        .zip(cells)
        .enumerate()
        .map(|(index, (line, cells))| {
            let visible = move || shown.with(|shown| shown.get(index).copied().unwrap_or(false));
            let mut above = line.row.column_path.clone();
            let name = above.pop().unwrap_or_default();
            view! {
                <div role="row" class="grid-row" hidden=move || !visible()>
                    <div role="rowheader" class="grid-row__head" title=line.row.column_path.join(" / ")>
                        <span class="grid-row__path">{above.join(" / ")}</span>
                        <span class="grid-row__name">{name}</span>
                    </div>
                    {cells
                        .into_iter()
                        .map(|cell| view! { <CellView cell=cell row=index entry=entry at=at /> })
                        .collect_view()}
                </div>
            }
        })
        .collect_view();
    let across = heads.len().to_string();
    view! {
        <p class="grid-hint">
            "方向键在单元格之间移动，回车打开该项责任。空格表示该部门不负责该栏目；部门按在表中首次出现的先后排列。"
        </p>
        <div
            class="grid-box"
            role="grid"
            aria-label="责任矩阵：栏目×部门"
            style=("--columns", across)
            on:keydown=on_key
        >
            <HeadRow heads=heads />
            {rows}
        </div>
    }
}

#[component]
fn HeadRow(
    /// The departments across.
    heads: Heads,
) -> impl IntoView {
    view! {
        <div role="row" class="grid-head">
            <div role="columnheader" class="grid-head__corner">
                "栏目"
            </div>
            {heads
                .names()
                .map(|name| {
                    view! {
                        <div role="columnheader" class="grid-head__name">
                            <span>{name.to_owned()}</span>
                        </div>
                    }
                })
                .collect_view()}
        </div>
    }
}

#[component]
fn CellView(
    /// What it shows.
    cell: Cell,
    /// Its row.
    row: usize,
    /// The cell that the tab key enters.
    entry: Memo<Option<Place>>,
    /// The cell last visited.
    at: RwSignal<Option<Place>>,
) -> impl IntoView {
    let place = (row, cell.column);
    view! {
        <a
            role="gridcell"
            class=format!("grid-cell grid-cell--{}", cell.class)
            id=cell_id(place)
            href=cell.href
            title=cell.title.clone()
            aria-label=cell.title
            aria-colindex=(cell.column + 2).to_string()
            tabindex=move || if entry.get() == Some(place) { "0" } else { "-1" }
            style=("--column", (cell.column + 2).to_string())
            on:focus=move |_| at.set(Some(place))
        >
            {cell.shape}
        </a>
    }
}

fn cell_id((row, column): Place) -> String {
    format!("cell-{row}-{column}")
}

fn focus(place: Place) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(&cell_id(place));
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
