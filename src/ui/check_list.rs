//! A choice of several from a long list, with a search.

use leptos::prelude::*;

use super::field::Field;

/// Checkboxes of at least 44 px in a box that scrolls; the search hides what does not match.
#[component]
pub fn CheckList(
    /// Id, unique on the page.
    id: &'static str,
    /// What is chosen.
    legend: &'static str,
    /// The choices: id and words.
    #[prop(into)]
    choices: Signal<Vec<(i64, String)>>,
    /// Those chosen, in the order in which they were.
    chosen: RwSignal<Vec<i64>>,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let boxes = move || {
        let choices = choices.get();
        choices
            .into_iter()
            .map(|(choice, label)| {
                let box_id = format!("{id}-{choice}");
                let for_id = box_id.clone();
                let name = label.clone();
                let hidden = move || words.with(|words| !label.contains(words.trim()));
                view! {
                    <li hidden=hidden>
                        <label class="check" for=for_id>
                            <input
                                type="checkbox"
                                id=box_id
                                prop:checked=move || chosen.with(|chosen| chosen.contains(&choice))
                                on:change=move |event| {
                                    let checked = event_target_checked(&event);
                                    chosen
                                        .update(|chosen| {
                                            chosen.retain(|id| *id != choice);
                                            if checked {
                                                chosen.push(choice);
                                            }
                                        });
                                }
                            />
                            <span>{name}</span>
                        </label>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend class="field__label">{legend}</legend>
            <p class="field__hint" role="status">
                {move || format!("已选 {} 个", chosen.with(Vec::len))}
            </p>
            <Field id=format!("{id}-search") label="查找" value=words kind="search" />
            <ul class="check-list">{boxes}</ul>
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}
