//! Where something could not be fetched or done.

use leptos::prelude::*;

use super::button::{Button, Look};
use crate::api::ClientError;

/// A page's content could not be fetched.
#[component]
pub fn ErrorState(
    /// Why.
    error: ClientError,
    /// Tries again.
    on_retry: impl Fn() + 'static,
) -> impl IntoView {
    let request_id = match &error {
        ClientError::Api(error) if !error.request_id.is_empty() => Some(error.request_id.clone()),
        _ => None,
    };
    view! {
        <div class="error-state" role="alert">
            <p class="error-state__title">{error.message()}</p>
            {request_id.map(|id| view! { <p class="error-state__id">"编号 " {id}</p> })}
            <Button look=Look::Plain on_press=on_retry>"重试"</Button>
        </div>
    }
}

/// An act was refused: one line above its buttons, read out at once.
#[component]
pub fn ErrorLine(
    /// Why; nothing is shown without it.
    #[prop(into)]
    message: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div class="error-line-slot" role="alert">
            {move || message.get().map(|text| view! { <p class="error-line">{text}</p> })}
        </div>
    }
}
