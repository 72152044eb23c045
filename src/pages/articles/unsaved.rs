//! What was typed and not stored yet stays in this browser, so that neither a cut connection nor
//! a reload loses it.

use gloo_timers::callback::Timeout;
use lanmu_domain::article::Content;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::draft::Draft;

const DELAY_MILLIS: u32 = 400;

/// What was typed, and on top of which version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsaved {
    /// The version that the person saw; 0 for a new article.
    pub version: i64,
    /// What stood in the form.
    pub content: Content,
}

/// Where it is kept: per person, and per article or per place of a new one.
#[must_use]
pub fn slot(person_id: i64, article_id: Option<i64>, column_id: Option<i64>) -> String {
    match article_id {
        Some(id) => format!("lanmu.unsaved.{person_id}.article.{id}"),
        None => format!(
            "lanmu.unsaved.{person_id}.new.{}",
            column_id.unwrap_or_default()
        ),
    }
}

/// What is kept there.
#[must_use]
pub fn read(slot: &str) -> Option<Unsaved> {
    let text = storage()?.get_item(slot).ok()??;
    serde_json::from_str(&text).ok()
}

/// Forgets it.
pub fn forget(slot: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(slot);
    }
}

/// Keeps what differs from what the server has, a moment after the last key.
pub fn keep(
    draft: Draft,
    slot: Signal<String>,
    stored: impl Fn() -> Option<(i64, Content)> + 'static,
) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let content = draft.content();
        let (version, before) = stored().map_or((0, None), |(version, c)| (version, Some(c)));
        let slot = slot.get();
        let timeout = Timeout::new(DELAY_MILLIS, move || {
            if before.as_ref() == Some(&content) || (before.is_none() && is_empty(&content)) {
                forget(&slot);
            } else if let (Some(storage), Ok(text)) = (
                storage(),
                serde_json::to_string(&Unsaved { version, content }),
            ) {
                let _ = storage.set_item(&slot, &text);
            }
        });
        // Dropping the former one cancels it.
        waiting.set_value(Some(timeout));
    });
}

/// Whether nothing was typed.
#[must_use]
pub fn is_empty(content: &Content) -> bool {
    content.title.is_empty() && content.plain_text().trim().is_empty()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
