//! The heads of columns, and the choice of an order where there are none.

use leptos::prelude::*;

use super::sort::Sort;
use crate::ui::url_state::UrlState;

/// What a head needs to know of its column.
#[derive(Clone)]
pub(super) struct Head {
    pub key: String,
    pub label: String,
    pub class: &'static str,
    pub number: bool,
    pub sortable: bool,
}

/// The order of a table and where it is kept.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub by: Memo<Option<Sort>>,
    pub state: UrlState,
}

/// The head; pressing it sorts, where the column can be sorted by.
pub(super) fn head(head: Head, order: Option<Order>) -> AnyView {
    let Head {
        key,
        label,
        class,
        number,
        sortable,
    } = head;
    let Some(Order { by, state }) = order.filter(|_| sortable) else {
        return view! {
            <th role="columnheader" scope="col" class=class>
                {label}
            </th>
        }
        .into_any();
    };
    let named = key.clone();
    let direction = Memo::new(move |_| by.get().filter(|by| by.key == named).map(|by| by.down));
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
        <th role="columnheader" scope="col" class=class aria-sort=told>
            <button
                type="button"
                class="data-table__sort"
                on:click=move |_| {
                    let next = Sort::after(by.get_untracked(), &key, number);
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

/// The order as a choice: rows that are cards have no heads to press.
#[component]
pub(super) fn OrderChoice(
    /// The columns that can be sorted by.
    heads: Vec<Head>,
    /// The order.
    order: Order,
) -> impl IntoView {
    let options = heads
        .into_iter()
        .flat_map(|head| {
            let (up, down) = if head.number {
                ("从低到高", "从高到低")
            } else {
                ("升序", "降序")
            };
            let option = |sign: &str, words: &str| {
                let value = format!("{sign}{}", head.key);
                let now = value.clone();
                let selected = move || order.state.text.with(|text| *text == now);
                view! {
                    <option value=value selected=selected>
                        {format!("{}（{words}）", head.label)}
                    </option>
                }
            };
            [option("", up), option("-", down)]
        })
        .collect_view();
    view! {
        <div class="data-table__order">
            <span aria-hidden="true">"排序"</span>
            <select
                aria-label="排序"
                class="input input--select"
                on:change=move |event| order.state.set(event_target_value(&event))
            >
                <option value="" selected=move || order.by.with(Option::is_none)>
                    "默认顺序"
                </option>
                {options}
            </select>
        </div>
    }
}
