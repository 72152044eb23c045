//! A choice of one from a long list, with a search.

use leptos::prelude::*;

use super::button::{Button, Look};
use super::field::Field;

/// How many are listed at once; a search finds the rest.
const LISTED: usize = 60;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub id: i64,
    /// Its words.
    pub label: String,
    /// What else it is found by, e.g. the initials of its name; in small letters.
    pub letters: String,
}

impl Pick {
    fn matches(&self, words: &[String]) -> bool {
        let label = self.label.to_lowercase();
        words
            .iter()
            .all(|word| label.contains(word) || self.letters.contains(word))
    }
}

/// Radio buttons of at least 44 px in a box that scrolls, under a search. Once one is chosen only
/// that is shown, with 更换.
#[component]
pub fn PickList(
    /// Id, unique on the page.
    id: &'static str,
    /// What is chosen.
    legend: &'static str,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Pick>>,
    /// The one chosen.
    value: RwSignal<Option<i64>>,
    /// What choosing none means; empty where one must be chosen.
    #[prop(optional)]
    none: &'static str,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let looking = RwSignal::new(none.is_empty() && value.get_untracked().is_none());
    let words = RwSignal::new(String::new());
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let chosen = move || {
        let chosen = value.get();
        let label = chosen.and_then(|chosen| {
            choices.with(|choices| {
                let found = choices.iter().find(|choice| choice.id == chosen);
                found.map(|choice| choice.label.clone())
            })
        });
        label.unwrap_or_else(|| none.to_owned())
    };
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend class="field__label">
                {legend}
                {none
                    .is_empty()
                    .then(|| view! { <span class="field__required" aria-hidden="true">"必填"</span> })}
            </legend>
            {move || {
                if looking.get() {
                    view! { <Search id=id choices=choices value=value words=words looking=looking none=none /> }
                        .into_any()
                } else {
                    view! {
                        <p class="pick-list__chosen">
                            <span>{chosen}</span>
                            <Button look=Look::Quiet on_press=move |()| looking.set(true)>
                                {if value.get().is_some() { "更换" } else { "选择" }}
                            </Button>
                        </p>
                    }
                        .into_any()
                }
            }}
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}

#[component]
fn Search(
    /// Id of the choice.
    id: &'static str,
    /// The choices.
    choices: Signal<Vec<Pick>>,
    /// The one chosen.
    value: RwSignal<Option<i64>>,
    /// What is looked for.
    words: RwSignal<String>,
    /// Whether the search is shown.
    looking: RwSignal<bool>,
    /// What choosing none means.
    none: &'static str,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        let words: Vec<String> = words.with(|words| {
            let words = words.split_whitespace();
            words.map(str::to_lowercase).collect()
        });
        choices.with(|choices| {
            let matching = choices.iter().filter(|choice| choice.matches(&words));
            matching.cloned().collect::<Vec<Pick>>()
        })
    });
    let take = move |chosen: Option<i64>| {
        value.set(chosen);
        looking.set(false);
    };
    let radio = move |choice: Option<i64>, label: String| {
        let input_id = format!("{id}-{}", choice.unwrap_or_default());
        let for_id = input_id.clone();
        view! {
            <li>
                <label class="check" for=for_id>
                    <input
                        type="radio"
                        id=input_id
                        name=id
                        prop:checked=move || value.get() == choice
                        on:click=move |_| take(choice)
                    />
                    <span>{label}</span>
                </label>
            </li>
        }
    };
    let list = move || {
        let nothing = (!none.is_empty()).then(|| radio(None, none.to_owned()));
        let found = found.get().into_iter().take(LISTED);
        let found: Vec<_> = found.map(|pick| radio(Some(pick.id), pick.label)).collect();
        view! { {nothing} {found} }
    };
    let count = move || {
        let number = found.with(Vec::len);
        if number > LISTED {
            format!("共 {number} 个，先列 {LISTED} 个，请输入关键词查找")
        } else {
            format!("共 {number} 个")
        }
    };
    view! {
        <Field id=format!("{id}-search") label="查找" value=words kind="search" />
        <p class="field__hint" role="status">
            {count}
        </p>
        <ul class="check-list">{list}</ul>
    }
}
