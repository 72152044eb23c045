//! A choice of a few, all seen at once.

use leptos::prelude::*;

/// A group of radio buttons, 44 px each.
#[component]
pub fn RadioGroup<T>(
    /// Name, unique on the page.
    #[prop(into)]
    name: String,
    /// What is chosen.
    #[prop(into)]
    legend: String,
    /// The choices with their words.
    choices: Vec<(T, &'static str)>,
    /// The one chosen.
    value: RwSignal<Option<T>>,
    /// Whether one must be chosen.
    #[prop(optional)]
    required: bool,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let error_id = format!("{name}-error");
    let described = error_id.clone();
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(index, (choice, label))| {
            let id = format!("{name}-{index}");
            let for_id = id.clone();
            let (checked, chosen) = (choice.clone(), choice);
            view! {
                <label class="radio" for=for_id>
                    <input
                        type="radio"
                        id=id
                        name=name.clone()
                        prop:checked=move || value.with(|value| value.as_ref() == Some(&checked))
                        on:change=move |_| value.set(Some(chosen.clone()))
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field radio-group" aria-describedby=described>
            <legend class="field__label">
                {legend}
                {required
                    .then(|| view! { <span class="field__required" aria-hidden="true">"必填"</span> })}
            </legend>
            <div class="radio-group__choices">{radios}</div>
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}
