//! What the browser keeps. It may refuse to; then nothing is kept, and nothing fails.

/// What is kept under a key.
#[must_use]
pub fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text under a key.
pub fn keep(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}

/// The key of what is kept for one person: several share a computer.
#[must_use]
pub fn key_of(name: &str, person_id: i64) -> String {
    format!("{name}.{person_id}")
}

fn storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}
