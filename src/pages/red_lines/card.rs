//! One indicator: the number, how far it is from the line, and what is behind it.

use std::collections::HashMap;

use lanmu_api::red_line::MeasuredLine;
use lanmu_domain::red_line::{Entry, Level, NEVER, RedLine};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::duty_link::duty_href;
use crate::ui::names::Names;
use crate::ui::url_state::use_url_state;

/// Entries shown at first; more are added on request.
const PORTION: usize = 50;

/// The card. Which list is open stands in the address.
#[component]
pub fn LineCard(
    /// The indicator with its bases.
    measured: MeasuredLine,
    /// The names of the departments.
    names: StoredValue<HashMap<i64, String>>,
) -> impl IntoView {
    let MeasuredLine { line, basis } = measured;
    let key = line.indicator.key();
    let state = use_url_state("line");
    let open = Memo::new(move |_| state.text.with(|text| text == key));
    let id = format!("red-line-{key}");
    let list_id = format!("{id}-list");
    let labelled_by = id.clone();
    let class = match line.level {
        Level::Clear => "red-line card red-line--clear",
        Level::Warned => "red-line card red-line--warned",
        Level::Crossed => "red-line card red-line--crossed",
    };
    let unit = line.indicator.unit();
    let numbers = if line.value == NEVER {
        line.words()
    } else {
        format!("{}／{}{unit}", line.value, line.limit)
    };
    let warning = format!("预警值 {}{unit}", line.warning);
    let bases = basis
        .into_iter()
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    let count = line.entries.len();
    let entries = StoredValue::new(line.entries.clone());
    view! {
        <section class=class aria-labelledby=labelled_by>
            <header class="red-line__head">
                <h2 id=id>{line.indicator.label()}</h2>
                <span class="red-line__level">
                    <span aria-hidden="true">{shape(line.level)}</span>
                    {line.level.label()}
                </span>
            </header>
            <p class="red-line__number">{numbers}</p>
            <Meter line=line.clone() />
            <p class="red-line__note">{warning}</p>
            <p class="red-line__note">{line.indicator.explanation()}</p>
            <details>
                <summary class="red-line__summary">"依据"</summary>
                <ul class="red-line__basis">{bases}</ul>
            </details>
            {(count > 0)
                .then(|| {
                    let list_id = list_id.clone();
                    view! {
                        <button
                            type="button"
                            class="button"
                            aria-expanded=move || open.get().to_string()
                            aria-controls=list_id
                            on:click=move |_| state.set(if open.get_untracked() { "" } else { key })
                        >
                            {move || {
                                if open.get() {
                                    "收起清单".to_owned()
                                } else {
                                    format!("查看清单（{count} 项）")
                                }
                            }}
                        </button>
                    }
                })}
            <div id=list_id>
                {move || {
                    open.get().then(|| view! { <Entries entries=entries names=names /> })
                }}
            </div>
        </section>
    }
}

/// A shape for each level: never by colour alone.
const fn shape(level: Level) -> &'static str {
    match level {
        Level::Clear => "●",
        Level::Warned => "◆",
        Level::Crossed => "▲",
    }
}

/// How far it is, with the warning level and the limit marked.
#[component]
fn Meter(
    /// The indicator.
    line: RedLine,
) -> impl IntoView {
    // The limit stands at three quarters of the width, so that what is beyond it shows too.
    let limit = f64::from(line.limit.max(1));
    let place = |value: u32| (f64::from(value.min(1_000_000)) / limit * 75.0).min(100.0);
    let (value, warning) = (place(line.value), place(line.warning));
    view! {
        <svg class="red-line__meter" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="red-line__track" x="0" y="3" width="100" height="6"></rect>
            <rect class="red-line__value" x="0" y="3" width=value height="6"></rect>
            <line class="red-line__mark" x1=warning x2=warning y1="1" y2="11"></line>
            <line class="red-line__limit" x1="75" x2="75" y1="0" y2="12"></line>
        </svg>
    }
}

#[component]
fn Entries(
    /// What is behind the indicator.
    entries: StoredValue<Vec<Entry>>,
    /// The names of the departments.
    names: StoredValue<HashMap<i64, String>>,
) -> impl IntoView {
    let shown = RwSignal::new(PORTION);
    let all = entries.with_value(Vec::len);
    let rows = move || {
        let taken: Vec<Entry> =
            entries.with_value(|entries| entries.iter().take(shown.get()).cloned().collect());
        taken
            .into_iter()
            .map(|entry| {
                let mut above = entry.column_path;
                let name = above.pop().unwrap_or_default();
                let departments = names.with_value(|names| {
                    let ids = entry.department_ids.iter();
                    ids.filter_map(|id| names.get(id).cloned())
                        .collect::<Vec<_>>()
                });
                view! {
                    <li class="red-line__entry">
                        <A href=duty_href(entry.duty_id) attr:class="item-row__link">
                            <span class="item-row__path">{above.join(" / ")}</span>
                            <span class="item-row__name">{name}</span>
                        </A>
                        <Names names=departments />
                        <p class="item-row__why">{entry.what}</p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul class="red-line__entries">{rows}</ul>
        {move || {
            (shown.get() < all)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| shown.update(|number| *number += PORTION)
                        >
                            {format!("再列 {} 项", (all - shown.get()).min(PORTION))}
                        </button>
                    }
                })
        }}
    }
}
