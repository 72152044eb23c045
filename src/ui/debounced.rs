//! What is typed, once nothing more is for a while.

use std::time::Duration;

use leptos::prelude::*;

/// The text without blanks around it once nothing more was typed for so long; nothing at once.
pub fn debounced(typed: RwSignal<String>, pause: Duration) -> Signal<String> {
    let asked = RwSignal::new(String::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    // Time is outside the reactive world.
    Effect::new(move |_| {
        let words = typed.with(|typed| typed.trim().to_owned());
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        let later = move || {
            // The dialog may be closed by then.
            let _ = asked.try_set(words);
        };
        waiting.set_value(set_timeout_with_handle(later, pause).ok());
    });
    asked.into()
}
