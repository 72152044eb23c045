//! Why an article was sent back, for whoever corrects it: the words and the passage.

use lanmu_api::article::OpinionView;
use lanmu_domain::article::{Passage, body_text};
use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::ui::button::Button;
use crate::ui::text_range::{paint, range_of};

/// The editor fills itself after the page was drawn.
const FILLED_AFTER: std::time::Duration = std::time::Duration::from_millis(300);

/// The notice above the form.
#[component]
pub fn Returned(
    /// The last return.
    opinion: OpinionView,
) -> impl IntoView {
    let words = format!(
        "{}（{}）退回：{}",
        opinion.person_name, opinion.post, opinion.text
    );
    view! {
        <div class="notice notice--warning">
            <p>{words}</p>
            {opinion.passage.map(|passage| view! { <Marked passage=passage /> })}
        </div>
    }
}

#[component]
fn Marked(
    /// The passage.
    passage: Passage,
) -> impl IntoView {
    let quote = passage.quote.clone();
    let passage = StoredValue::new(passage);
    let gone = RwSignal::new(false);
    set_timeout(
        move || {
            if let Some((_, range)) = passage.try_with_value(standing).flatten() {
                paint(&range);
            }
        },
        FILLED_AFTER,
    );
    let show = move || {
        let found = passage.with_value(standing);
        gone.set(found.is_none());
        let Some((editor, range)) = found else {
            return;
        };
        paint(&range);
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(&range);
        }
        let around = range
            .start_container()
            .ok()
            .and_then(|node| node.parent_element());
        around.unwrap_or(editor).scroll_into_view();
    };
    view! {
        <blockquote class="opinion__passage">"原文：“" {quote} "”"</blockquote>
        <Button on_press=move |()| show()>"在正文中查看"</Button>
        <p role="status">
            {move || gone.get().then_some("正文中已没有这段文字。")}
        </p>
    }
}

/// The editor, and where the passage stands in it.
fn standing(passage: &Passage) -> Option<(Element, leptos::web_sys::Range)> {
    let editor = document().get_element_by_id("body")?;
    let html = editor.inner_html();
    let places = passage.find(&html)?;
    // What the browser holds and what is read from its HTML must be the same text.
    (body_text(&html) == editor.text_content().unwrap_or_default()).then_some(())?;
    let range = range_of(&editor, &places)?;
    Some((editor, range))
}
