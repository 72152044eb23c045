//! The matrix as a grid: columns of the site down, as a tree that folds, departments across.
//!
//! Only the rows and cells that are on screen are in the document, and those with nothing in them
//! never: a county ten times as large scrolls as this one does.

mod cell;
mod folds;
mod head_row;
mod heads;
mod legend;
mod row_view;
mod rows;
mod state;
mod steps;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::board::Lines;
use super::filters::Filters;
use crate::ui::viewport::use_viewport;
use head_row::HeadRow;
use legend::Legend;
use row_view::RowView;
use state::{State, use_state};
use steps::{Place, Step, step};
use tree::Item;

/// The height of a row in CSS pixels: what a finger hits.
const ROW: f64 = 44.0;
/// The width of a department's column.
const CELL: f64 = 44.0;

/// The grid. Keys move from place to place, Enter opens the duty.
#[component]
pub fn Grid(
    /// The lines.
    lines: Lines,
    /// Which of them are shown.
    shown: Memo<Vec<bool>>,
    /// The departments in their order.
    departments: Vec<DepartmentView>,
    /// What is looked for.
    filters: Filters,
    /// The server's day.
    today: NaiveDate,
) -> impl IntoView {
    let viewport = use_viewport();
    let state = use_state(lines, shown, departments, filters, today, viewport.node);
    let (rows, heads, entry) = (state.rows, state.heads, state.entry);
    let height = Signal::derive(move || rows.with(|rows| rows.list.len()));
    let width = Signal::derive(move || heads.with(|heads| heads.list.len()));
    let down = viewport.rows(ROW, height);
    let across = viewport.columns(CELL, width);
    let in_document = move || {
        let (down, entry) = (down.get(), entry.get().map(|(row, _)| row));
        let mut indexes: Vec<usize> = down.clone().collect();
        match entry {
            Some(row) if row < down.start => indexes.insert(0, row),
            Some(row) if row >= down.end => indexes.push(row),
            _ => {}
        }
        rows.with(|rows| {
            let of = |index: usize| Some((index, rows.list.get(index)?.item));
            indexes
                .into_iter()
                .filter_map(of)
                .collect::<Vec<(usize, Item)>>()
        })
    };
    let keys = state.clone();
    let on_key = move |event: KeyboardEvent| {
        if event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some(at) = entry.get_untracked() else {
            return;
        };
        let (key, ctrl, page) = (event.key(), event.ctrl_key(), viewport.page(ROW));
        let step = rows.with_untracked(|rows| step(rows, at, &key, ctrl, page));
        if key == "Home" {
            // The frozen head is in sight wherever the box stands: it would not scroll for it.
            viewport.to_left();
            if ctrl {
                viewport.to_top();
            }
        }
        match step {
            Some(Step::To(target)) => keys.visit(target),
            Some(Step::Turn(_)) => keys.turn_at(at),
            None if is_movement(&key) => {}
            None if key == "Escape" && keys.go_back() => {}
            // What has the focus itself, after a click, is pressed by the browser.
            None if is_press(&key) && event.target() == event.current_target() => press(at, ctrl),
            None => return,
        }
        event.prevent_default();
    };
    let returning = state.clone();
    Effect::new(move |_| {
        if viewport.node.get().is_some() {
            returning.come_back();
        }
    });
    view! {
        <Legend state=state.clone() />
        <div
            class="grid-box"
            role="treegrid"
            aria-label="责任矩阵：栏目×部门"
            aria-rowcount=move || (height.get() + 1).to_string()
            aria-colcount=move || (width.get() + 1).to_string()
            tabindex="0"
            aria-activedescendant=move || entry.get().map(place_id)
            style=("--rows", move || format!("{}px", height.get() as f64 * ROW))
            style=("--columns", move || format!("{}px", width.get() as f64 * CELL))
            node_ref=viewport.node
            on:scroll=move |_| viewport.measure()
            on:keydown=on_key
        >
            <HeadRow state=state.clone() viewport=viewport across=across />
            <div role="rowgroup" class="grid-body">
                <For each=in_document key=Clone::clone let((index, item))>
                    <RowView state=state.clone() index=index item=item across=across />
                </For>
            </div>
        </div>
        <p class="grid-paper">"本视图不打印。请切换到列表打印，或者导出 XLSX。"</p>
    }
}

/// Keys that would scroll the box where there is nothing to go to.
fn is_movement(key: &str) -> bool {
    key.starts_with("Arrow") || key.starts_with("Page") || matches!(key, "Home" | "End")
}

fn place_id((row, column): Place) -> String {
    format!("cell-{row}-{column}")
}

/// Keys that press what one is at.
fn is_press(key: &str) -> bool {
    matches!(key, "Enter" | " ")
}

fn element_at(place: Place) -> Option<HtmlElement> {
    let element = document().get_element_by_id(&place_id(place))?;
    element.dyn_into().ok()
}

/// Opens the duty, with Ctrl in a tab of its own, or folds and unfolds the column.
fn press(place: Place, ctrl: bool) {
    let Some(element) = element_at(place) else {
        return;
    };
    match element.get_attribute("href").filter(|_| ctrl) {
        Some(href) => drop(window().open_with_url_and_target(&href, "_blank")),
        None => element.click(),
    }
}

/// Scrolls a place into sight once it is in the document.
fn reveal(place: Place) {
    request_animation_frame(move || {
        if let Some(element) = element_at(place) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
