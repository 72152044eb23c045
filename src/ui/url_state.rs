//! Filters, page and view in the address, so that Back and a shared link work.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;

/// A part of the address's query: read it, set it. Empty text removes it. Typing does not fill
/// the history: the entry is replaced.
#[derive(Clone, Copy)]
pub struct UrlState {
    /// The text, empty where the address has none.
    pub text: Signal<String>,
    set: SignalSetter<Option<String>>,
}

impl UrlState {
    /// Sets it.
    pub fn set(self, text: impl Into<String>) {
        let text = text.into();
        self.set.set((!text.is_empty()).then_some(text));
    }

    /// The text.
    #[must_use]
    pub fn get(self) -> String {
        self.text.get()
    }

    /// As a number, where it is one.
    #[must_use]
    pub fn number(self) -> Option<i64> {
        self.text.with(|text| text.parse().ok())
    }

    /// As a value of a closed list, by its key.
    #[must_use]
    pub fn one_of<T: serde::de::DeserializeOwned>(self) -> Option<T> {
        let text = self.text.get();
        (!text.is_empty())
            .then(|| serde_json::from_value(serde_json::Value::String(text)).ok())
            .flatten()
    }
}

/// Whether one of these parts stands in the address.
#[must_use]
pub fn any_set(parts: &[UrlState]) -> bool {
    let is_set = |part: &UrlState| part.text.with(|text| !text.is_empty());
    parts.iter().any(is_set)
}

/// The part of the query with this name.
#[must_use]
pub fn use_url_state(name: &'static str) -> UrlState {
    let options = NavigateOptions {
        replace: true,
        scroll: false,
        ..Default::default()
    };
    let (value, set) = query_signal_with_options::<String>(name, options);
    UrlState {
        text: Signal::derive(move || value.get().unwrap_or_default()),
        set,
    }
}
