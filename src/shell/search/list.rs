//! The choices under their headings.

use leptos::prelude::*;

use super::choice::Choice;

/// The id of an option.
#[must_use]
pub fn option_id(index: usize) -> String {
    format!("search-option-{index}")
}

/// A listbox: the input keeps the focus and names the active option.
#[component]
pub fn ChoiceList(
    /// The choices, those of a heading one after the other.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// One heading for all of them; otherwise that of their groups.
    #[prop(into)]
    heading: Signal<Option<&'static str>>,
    /// Which is active.
    active: RwSignal<usize>,
    /// One was chosen.
    #[prop(into)]
    on_choose: UnsyncCallback<Choice>,
) -> impl IntoView {
    let groups = move || {
        let heading = heading.get();
        let mut groups: Vec<(&'static str, Vec<(usize, Choice)>)> = Vec::new();
        for (index, choice) in choices.get().into_iter().enumerate() {
            let label = heading.unwrap_or_else(|| choice.group.label());
            match groups.last_mut() {
                Some((last, members)) if *last == label => members.push((index, choice)),
                _ => groups.push((label, vec![(index, choice)])),
            }
        }
        groups
            .into_iter()
            .enumerate()
            .map(|(number, (label, members))| {
                let id = format!("search-group-{number}");
                let named = id.clone();
                let options = members
                    .into_iter()
                    .map(|(index, choice)| option(index, choice, active, on_choose))
                    .collect_view();
                view! {
                    <div role="group" aria-labelledby=named>
                        <p class="search__group" id=id role="presentation">
                            {label}
                        </p>
                        {options}
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="search__list" id="search-list" role="listbox" aria-label="搜索结果">
            {groups}
        </div>
    }
}

fn option(
    index: usize,
    choice: Choice,
    active: RwSignal<usize>,
    on_choose: UnsyncCallback<Choice>,
) -> impl IntoView {
    let (title, detail) = (choice.title.clone(), choice.detail.clone());
    view! {
        <div
            class="search__option"
            id=option_id(index)
            role="option"
            aria-selected=move || (active.get() == index).to_string()
            // The input keeps the focus.
            on:mousedown=|event| event.prevent_default()
            on:mousemove=move |_| {
                if active.get_untracked() != index {
                    active.set(index);
                }
            }
            on:click=move |_| on_choose.run(choice.clone())
        >
            <span class="search__title">{title}</span>
            {(!detail.is_empty()).then(|| view! { <span class="search__detail">{detail}</span> })}
        </div>
    }
}
