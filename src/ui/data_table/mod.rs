//! A table of a whole list: sorted by a column (in the address), columns shown or not (remembered for
//! the person in the browser), its head in view while the table scrolls.
//!
//! Lists of which the server sends a page at a time are not sorted here: that would sort what
//! happens to be loaded.

mod choice;
mod sort;

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use super::empty_state::EmptyState;
use super::url_state::UrlState;
use choice::{ColumnChoice, use_hidden};
use sort::Sort;

type Cell<T> = Arc<dyn Fn(&T) -> AnyView + Send + Sync>;

/// A column.
#[derive(Clone)]
pub struct Column<T: 'static> {
    /// As the address and the browser's storage write it.
    key: &'static str,
    label: &'static str,
    number: bool,
    cell: Cell<T>,
    order: Option<fn(&T, &T) -> Ordering>,
}

impl<T: 'static> Column<T> {
    /// A column of text; the first of a table names its rows and is always shown.
    pub fn new<V: IntoView + 'static>(
        key: &'static str,
        label: &'static str,
        cell: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Self {
        Self {
            key,
            label,
            number: false,
            cell: Arc::new(move |row| cell(row).into_any()),
            order: None,
        }
    }

    /// The same for figures.
    #[must_use]
    pub const fn number(mut self) -> Self {
        self.number = true;
        self
    }

    /// It can be sorted by; rows that are equal stay in their order.
    #[must_use]
    pub fn sorted_by(mut self, order: fn(&T, &T) -> Ordering) -> Self {
        self.order = Some(order);
        self
    }
}

/// The table, with what is said where it has no rows.
#[component]
pub fn DataTable<T>(
    /// Under which name the choice of columns is remembered.
    name: &'static str,
    /// What the table is of.
    #[prop(into)]
    caption: String,
    /// Its columns.
    columns: Vec<Column<T>>,
    /// Its rows, in the order that they have without sorting.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// Where the sorting is kept.
    sort: UrlState,
    /// What is said where there are no rows.
    #[prop(into)]
    empty: String,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let hidden = use_hidden(name);
    let sorted = Memo::new(move |_| Sort::parse(&sort.get()));
    let choices: Vec<(&'static str, &'static str)> = columns
        .iter()
        .skip(1)
        .map(|column| (column.key, column.label))
        .collect();
    let columns = StoredValue::new(columns);
    let shown = move || {
        let hidden = hidden.get();
        let mut columns = columns.get_value();
        columns.retain(|column| !hidden.iter().any(|key| key == column.key));
        columns
    };
    let heads = move || {
        shown()
            .into_iter()
            .map(|column| {
                head(
                    column.key,
                    column.label,
                    column.number,
                    column.order.is_some(),
                    sorted,
                    sort,
                )
            })
            .collect_view()
    };
    let body = move || {
        let columns = shown();
        let mut rows = rows.get();
        if let Some(by) = sorted.get() {
            let order = columns.iter().find(|column| column.key == by.key);
            if let Some(order) = order.and_then(|column| column.order) {
                rows.sort_by(|a, b| by.directed(order(a, b)));
            }
        }
        rows.iter()
            .map(|row| view! { <tr>{cells(&columns, row)}</tr> })
            .collect_view()
    };
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <ColumnChoice choices=choices hidden=hidden />
        <div class="table-box data-table">
            <table class="table">
                <caption>{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <Show when=move || none.get()>
            <EmptyState title=empty.clone() />
        </Show>
    }
}

fn head(
    key: &'static str,
    label: &'static str,
    number: bool,
    sortable: bool,
    sorted: Memo<Option<Sort>>,
    state: UrlState,
) -> AnyView {
    let class = if number { "table__number" } else { "" };
    if !sortable {
        return view! {
            <th scope="col" class=class>
                {label}
            </th>
        }
        .into_any();
    }
    let direction = Memo::new(move |_| sorted.get().filter(|by| by.key == key).map(|by| by.down));
    let told = move || match direction.get() {
        None => "none",
        Some(true) => "descending",
        Some(false) => "ascending",
    };
    let mark = move || match direction.get() {
        None => "↕",
        Some(true) => "↓",
        Some(false) => "↑",
    };
    view! {
        <th scope="col" class=class aria-sort=told>
            <button
                type="button"
                class="data-table__sort"
                on:click=move |_| {
                    let next = Sort::after(sorted.get_untracked(), key, number);
                    state.set(next.map(|by| by.text()).unwrap_or_default());
                }
            >
                {label}
                <span class="data-table__mark" aria-hidden="true">
                    {mark}
                </span>
            </button>
        </th>
    }
    .into_any()
}

fn cells<T: 'static>(columns: &[Column<T>], row: &T) -> Vec<AnyView> {
    columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let class = if column.number { "table__number" } else { "" };
            let content = (column.cell)(row);
            if index == 0 {
                view! { <th scope="row" class=class>{content}</th> }.into_any()
            } else {
                view! { <td class=class>{content}</td> }.into_any()
            }
        })
        .collect()
}
