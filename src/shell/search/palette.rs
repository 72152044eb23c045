//! The field and what it finds.

use std::time::Duration;

use lanmu_api::search::{QUERY_MAX, SearchView};
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

use super::choice::Choice;
use super::list::{ChoiceList, option_id};
use super::pages::pages;
use super::recent::{recent, remember};
use crate::api::{self, ClientError};
use crate::session::use_session;
use crate::ui::button::{Button, Look};
use crate::ui::debounced::debounced;

/// So long nothing must be typed before the server is asked.
const PAUSE: Duration = Duration::from_millis(200);

/// A combobox over everything that can be found; without words, what was chosen lately.
#[component]
pub fn Palette(
    /// The dialog in which it stands.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let person = session.who().map(|who| who.person_id).unwrap_or_default();
    let lately = StoredValue::new(recent(person));
    let typed = RwSignal::new(String::new());
    let asked = debounced(typed, PAUSE);
    let active = RwSignal::new(0);
    let answer = LocalResource::new(move || {
        let words = asked.get();
        async move {
            let found = if words.is_empty() {
                Ok(SearchView::default())
            } else {
                api::search::search(words.clone()).await
            };
            (words, found)
        }
    });
    // Only the answer to what is typed now counts.
    let current = Memo::new(move |_| {
        let words = typed.with(|typed| typed.trim().to_owned());
        answer
            .get()
            .filter(|(of, _)| *of == words)
            .map(|(_, found)| found)
    });
    let empty = Memo::new(move |_| typed.with(|typed| typed.trim().is_empty()));
    let choices = Memo::new(move |_| {
        if empty.get() {
            return lately.get_value();
        }
        let mut all = pages(session, &typed.get());
        if let Some(Ok(view)) = current.get() {
            all.extend(view.hits.into_iter().map(Choice::from));
        }
        all
    });
    let navigate = use_navigate();
    let choose = UnsyncCallback::new(move |choice: Choice| {
        remember(person, &choice);
        open.set(false);
        navigate(&choice.href, leptos_router::NavigateOptions::default());
    });
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.focus();
        }
    });
    Effect::new(move |_| scroll_to(active.get()));
    let heading = Signal::derive(move || empty.get().then_some("最近使用"));
    view! {
        <div class="search">
            <input
                class="input"
                node_ref=node
                type="text"
                id="search-words"
                role="combobox"
                aria-label="栏目、部门、稿件或者页面"
                aria-autocomplete="list"
                aria-expanded=move || choices.with(|all| !all.is_empty()).to_string()
                aria-controls="search-list"
                aria-activedescendant=move || {
                    choices.with(|all| (!all.is_empty()).then(|| option_id(active.get())))
                }
                aria-describedby="search-hint"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="go"
                maxlength=QUERY_MAX.to_string()
                on:input=move |event| {
                    // What an input method is still composing is not looked for.
                    if !event.unchecked_ref::<web_sys::InputEvent>().is_composing() {
                        typed.set(event_target_value(&event));
                        active.set(0);
                    }
                }
                on:compositionend=move |event| {
                    typed.set(event_target_value(&event));
                    active.set(0);
                }
                on:keydown=move |event| {
                    if event.is_composing() {
                        return;
                    }
                    let last = choices.with(Vec::len).saturating_sub(1);
                    let now = active.get_untracked().min(last);
                    let next = match event.key().as_str() {
                        "ArrowDown" => if now == last { 0 } else { now + 1 },
                        "ArrowUp" => if now == 0 { last } else { now - 1 },
                        "Enter" => {
                            event.prevent_default();
                            let chosen = choices.with(|all| all.get(now).cloned());
                            if let Some(choice) = chosen {
                                choose.run(choice);
                            }
                            return;
                        }
                        _ => return,
                    };
                    event.prevent_default();
                    active.set(next);
                }
            />
            <p class="search__hint" id="search-hint">
                "可以输入名称的一部分，或者拼音首字母，例如 czj。"
            </p>
            <ChoiceList choices=choices heading=heading active=active on_choose=choose />
            <State empty=empty current=current count=Memo::new(move |_| choices.with(Vec::len))
                on_retry=move || answer.refetch() />
        </div>
    }
}

/// How the search stands, in words that are read out.
#[component]
fn State(
    /// Whether nothing is typed.
    empty: Memo<bool>,
    /// The answer to what is typed, once there is one.
    current: Memo<Option<Result<SearchView, ClientError>>>,
    /// How much can be chosen.
    count: Memo<usize>,
    /// Asks again.
    on_retry: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let failed = Memo::new(move |_| match current.get() {
        Some(Err(error)) => Some(error.message()),
        _ => None,
    });
    let words = move || match (empty.get(), current.get(), count.get()) {
        (true, _, 0) => "还没有最近使用的内容。".to_owned(),
        (true, ..) | (_, Some(Err(_)), _) => String::new(),
        (_, None, _) => "正在搜索……".to_owned(),
        (_, Some(Ok(_)), 0) => "没有找到，可以换一个词再试。".to_owned(),
        (_, Some(Ok(view)), number) if view.more.is_empty() => format!("找到 {number} 项。"),
        (_, Some(Ok(view)), number) => {
            let kinds: Vec<&str> = view.more.iter().map(|kind| kind.label()).collect();
            format!(
                "列出 {number} 项，{}还有更多，请补充关键词。",
                kinds.join("、")
            )
        }
    };
    view! {
        <p class="search__state" role="status">
            {words}
        </p>
        {move || {
            failed
                .get()
                .map(|message| {
                    view! {
                        <div class="search__failed" role="alert">
                            <p>{message}</p>
                            <Button look=Look::Plain on_press=move |()| on_retry()>
                                "重试"
                            </Button>
                        </div>
                    }
                })
        }}
    }
}

/// Brings the active option into view.
fn scroll_to(index: usize) {
    if let Some(option) = document().get_element_by_id(&option_id(index)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
