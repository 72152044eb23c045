//! Rows that are chosen, on pages that act on several at once.

use leptos::prelude::*;

/// Which rows are chosen, and which can be.
pub struct Selection<T: 'static> {
    /// The ids of those chosen, in the order of choosing.
    pub chosen: RwSignal<Vec<i64>>,
    /// The id of a row; none where it cannot be chosen.
    pub id: fn(&T) -> Option<i64>,
    /// What a row is called.
    pub name: fn(&T) -> String,
}

impl<T> Clone for Selection<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Selection<T> {}

impl<T> Selection<T> {
    /// The box of a row; an empty cell where it cannot be chosen.
    pub(super) fn cell(self, row: &T) -> AnyView {
        let id = (self.id)(row);
        cell(self.chosen, id, (self.name)(row))
    }

    /// The ids of the rows that can be chosen.
    pub(super) fn open(self, rows: &[T]) -> Vec<i64> {
        rows.iter().filter_map(self.id).collect()
    }
}

fn cell(chosen: RwSignal<Vec<i64>>, id: Option<i64>, name: String) -> AnyView {
    let tick = id.map(|id| {
        view! {
            <label class="data-table__tick">
                <input
                    type="checkbox"
                    aria-label=format!("选择{name}")
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        chosen
                            .update(|chosen| {
                                chosen.retain(|other| *other != id);
                                if checked {
                                    chosen.push(id);
                                }
                            });
                    }
                />
            </label>
        }
    });
    view! {
        <td role="cell" class="data-table__pick">
            {tick}
        </td>
    }
    .into_any()
}

/// The box that chooses every row that is shown and can be chosen, or none.
#[component]
pub(super) fn ChooseAll(
    /// Those chosen.
    chosen: RwSignal<Vec<i64>>,
    /// Those that can be.
    open: Memo<Vec<i64>>,
) -> impl IntoView {
    let count = move || open.with(|open| chosen.with(|chosen| both(open, chosen)));
    let all = move || count() > 0 && count() == open.with(Vec::len);
    let some = move || count() > 0 && !all();
    view! {
        <label class="data-table__tick">
            <input
                type="checkbox"
                disabled=move || open.with(Vec::is_empty)
                prop:checked=all
                prop:indeterminate=some
                on:change=move |event| {
                    let checked = event_target_checked(&event);
                    chosen.set(if checked { open.get_untracked() } else { Vec::new() });
                }
            />
            <span class="data-table__all">"全选"</span>
        </label>
    }
}

fn both(open: &[i64], chosen: &[i64]) -> usize {
    open.iter().filter(|id| chosen.contains(id)).count()
}
