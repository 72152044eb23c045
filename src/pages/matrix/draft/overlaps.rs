//! What others changed since the draft was made, at the columns and departments that it names.

use leptos::prelude::*;

use super::work::Work;
use crate::date::long_stamp;

/// The warning; nothing where nobody did.
#[component]
pub fn Overlaps(
    /// The draft.
    work: Work,
) -> impl IntoView {
    move || {
        let overlaps = work.draft.with(|draft| draft.overlaps.clone());
        (!overlaps.is_empty()).then(|| {
            let items = overlaps
                .into_iter()
                .map(|overlap| {
                    let act = format!(
                        "{}，{}：{}“{}”",
                        long_stamp(overlap.changed_at),
                        overlap.changed_by,
                        overlap.what,
                        overlap.subject,
                    );
                    view! {
                        <li>
                            {act}
                            {(!overlap.note.is_empty())
                                .then(|| view! { <span class="annex-place">{overlap.note}</span> })}
                        </li>
                    }
                })
                .collect_view();
            view! {
                <section class="notice notice--warning" aria-labelledby="overlaps-title">
                    <h2 id="overlaps-title">"起草以后，他人作过以下调整，请核对草案"</h2>
                    <ul>{items}</ul>
                </section>
            }
        })
    }
}
