//! A table of a whole list: sorted by a column (in the address), columns shown or not (remembered for
//! the person in the browser), rows chosen where the page acts on several, its head in view while it
//! scrolls, a card a row on telephones. Its head line has how many there are, the acts on those
//! chosen, the columns, and the list as a file.
//!
//! What is loading or could not be loaded is shown by the [`AsyncView`](super::async_view::AsyncView)
//! around it; that there is nothing, here.
//!
//! Lists of which the server sends a page at a time are not sorted here: that would sort what
//! happens to be loaded. Their columns have no order.

mod choice;
mod column;
mod head;
mod selection;
mod sort;

use leptos::prelude::*;

use super::empty_state::EmptyState;
use super::export_links::ExportLinks;
use super::url_state::UrlState;
use choice::{ColumnChoice, use_hidden};
pub use column::Column;
use head::{Head, Order, OrderChoice, head};
use selection::ChooseAll;
pub use selection::Selection;
use sort::Sort;
pub use sort::by_words;

/// The table, with what is said where it has no rows.
#[component]
pub fn DataTable<T>(
    /// Under which name the choice of columns is remembered.
    name: &'static str,
    /// What the table is of, for screen readers.
    #[prop(into)]
    label: String,
    /// The same where everybody should read it, above the heads.
    #[prop(optional, into)]
    caption: String,
    /// The class of the table.
    #[prop(optional)]
    class: &'static str,
    /// Its columns. One that names the row is always shown.
    columns: Vec<Column<T>>,
    /// Its rows, in the order that they have without sorting.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// Where the sorting is kept.
    #[prop(optional, into)]
    sort: Option<UrlState>,
    /// What is counted, where it is said how many rows there are: 项, 个.
    #[prop(optional)]
    unit: &'static str,
    /// The list as files: the address without the format.
    #[prop(optional, into)]
    export: Option<Signal<String>>,
    /// Rows can be chosen.
    #[prop(default = None)]
    selection: Option<Selection<T>>,
    /// What is said where there are no rows.
    #[prop(into)]
    empty: String,
    /// What follows from it.
    #[prop(optional, into)]
    empty_hint: String,
    /// Whether a row is a card on a telephone; else the table scrolls sideways in its box.
    #[prop(default = true)]
    stacks: bool,
    /// Acts on the rows chosen, in the head line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let hidden = use_hidden(name);
    let order = sort.map(|state| Order {
        by: Memo::new(move |_| Sort::parse(&state.get())),
        state,
    });
    let heads: Vec<Head> = columns.iter().map(head_of).collect();
    let sortable: Vec<Head> = heads.iter().filter(|head| head.sortable).cloned().collect();
    let choices: Vec<(String, String)> = columns
        .iter()
        .filter(|column| !column.fixed)
        .map(|column| (column.key.to_string(), column.label.to_string()))
        .collect();
    let all_columns = StoredValue::new(columns);
    let shown = move || {
        let hidden = hidden.get();
        let mut columns = all_columns.get_value();
        columns.retain(|column| column.fixed || !hidden.iter().any(|key| column.key == *key));
        columns
    };
    let open = Memo::new(move |_| {
        selection.map_or_else(Vec::new, |selection| rows.with(|rows| selection.open(rows)))
    });
    let all = move || {
        selection.map(|selection| {
            view! {
                <th role="columnheader" scope="col" class="data-table__pick">
                    <ChooseAll chosen=selection.chosen open=open />
                </th>
            }
        })
    };
    let heads = move || {
        let columns = shown();
        let heads = columns.iter().map(|column| head(head_of(column), order));
        heads.collect_view()
    };
    let body = move || {
        let columns = shown();
        let mut rows = rows.get();
        if let Some(by) = order.and_then(|order| order.by.get()) {
            // Also by a column that is not shown: a link may name it.
            let order = all_columns.with_value(|all| {
                let column = all.iter().find(|column| column.key == by.key);
                column.and_then(|column| column.order)
            });
            if let Some(order) = order {
                rows.sort_by(|a, b| by.directed(order(a, b)));
            }
        }
        rows.iter()
            .map(|row| {
                let tick = selection.map(|selection| selection.cell(row));
                let cells = columns.iter().map(|column| column.cell(row));
                view! {
                    <tr role="row">
                        {tick} {cells.collect_view()}
                    </tr>
                }
            })
            .collect_view()
    };
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    let count = (!unit.is_empty()).then(|| {
        let words = move || format!("共 {} {unit}", rows.with(Vec::len));
        view! {
            <p class="list-count" role="status">
                {words}
            </p>
        }
    });
    let label = StoredValue::new(label);
    let caption = StoredValue::new(caption);
    let box_class = if stacks {
        "table-box data-table data-table--stacks"
    } else {
        "table-box data-table"
    };
    let has_order = order.filter(|_| stacks && !sortable.is_empty());
    view! {
        <div class="data-table__line">
            {count} {children.map(|children| children())}
            <div class="data-table__tools" hidden=move || none.get()>
                {has_order.map(|order| view! { <OrderChoice heads=sortable order=order /> })}
                <ColumnChoice choices=choices hidden=hidden />
                {export.map(|href| view! { <ExportLinks href=href /> })}
            </div>
        </div>
        <Show
            when=move || !none.get()
            fallback=move || {
                view! { <EmptyState title=empty.clone() hint=empty_hint.clone() /> }
            }
        >
            <div class=box_class tabindex="0" role="region" aria-label=label.get_value()>
                <table
                    class=format!("table {class}")
                    role="table"
                    aria-label=label.get_value()
                >
                    {caption
                        .with_value(|text| (!text.is_empty()).then(|| text.clone()))
                        .map(|text| view! { <caption>{text}</caption> })}
                    <thead role="rowgroup">
                        <tr role="row">{all} {heads}</tr>
                    </thead>
                    <tbody role="rowgroup">{body}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn head_of<T>(column: &Column<T>) -> Head {
    Head {
        key: column.key.to_string(),
        label: column.label.to_string(),
        class: column.class,
        number: column.number,
        sortable: column.order.is_some(),
    }
}
