//! One of several things that can be chosen together.

use leptos::prelude::*;

/// A checkbox of at least 44 px; checked, its id is among those chosen, in the order of choosing.
#[component]
pub fn CheckBox(
    /// What it stands for.
    id: i64,
    /// Its words.
    #[prop(into)]
    words: String,
    /// What to mind, beside the words.
    #[prop(optional, into)]
    hint: String,
    /// Those chosen.
    chosen: RwSignal<Vec<i64>>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
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
            <span>
                {words}
                {(!hint.is_empty()).then(|| view! { <span class="field__hint">"　" {hint}</span> })}
            </span>
        </label>
    }
}
