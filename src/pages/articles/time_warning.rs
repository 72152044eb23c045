//! What will be doubtful about the time that is being typed.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::freshness::{EvidenceDoubt, evidence_doubts};
use leptos::prelude::*;

use crate::date::{browser_now, from_local_input, long_stamp};
use crate::ui::doubt_mark::doubts_in_words;

/// Says before sending that the time will be marked 存疑; nothing where it can be true. Whether it
/// is the time of a former publication only the server knows.
#[component]
pub fn TimeWarning(
    /// The value of the field.
    at: RwSignal<String>,
    /// When the item was released.
    released_at: Option<DateTime<FixedOffset>>,
) -> impl IntoView {
    let warning = move || {
        let time = at.with(|at| from_local_input(at))?;
        let doubts = evidence_doubts(time, released_at, browser_now(), &[]);
        let released = released_at
            .filter(|_| doubts.contains(&EvidenceDoubt::BeforeRelease))
            .map(|at| format!("（{}）", long_stamp(at)))
            .unwrap_or_default();
        let words = doubts_in_words(&doubts);
        (!doubts.is_empty())
            .then(|| format!("{words}{released}，将标记为存疑，由协调人核实后才计入更新。"))
    };
    view! {
        <div role="status">
            {move || {
                warning().map(|words| view! { <p class="notice notice--warning">{words}</p> })
            }}
        </div>
    }
}
