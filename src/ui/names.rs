//! Names of departments: a few in full, many folded.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How many names stand open.
const OPEN: usize = 3;

/// Names joined by 、; more than three are folded as 等 32 个部门 and listed when unfolded.
#[component]
pub fn Names(
    /// The names; none is 无责任部门.
    names: Vec<String>,
) -> impl IntoView {
    if names.is_empty() {
        return view! { <span class="names names--none">"无责任部门"</span> }.into_any();
    }
    if names.len() <= OPEN {
        return view! { <span class="names">{names.join("、")}</span> }.into_any();
    }
    let summary = format!("{}等 {} 个部门", names[0], names.len());
    let all = StoredValue::new(names.join("、"));
    // The list is made only when it is asked for: a table may hold hundreds of them.
    let open = RwSignal::new(false);
    view! {
        <details class="names" on:toggle=move |event| open.set(is_open(&event))>
            <summary class="names__summary">{summary}</summary>
            {move || open.get().then(|| view! { <p class="names__all">{all.get_value()}</p> })}
        </details>
    }
    .into_any()
}

fn is_open(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok())
        .is_some_and(|details| details.has_attribute("open"))
}
