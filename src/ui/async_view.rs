//! The one way in which pages show what comes from the server.

use leptos::prelude::*;

use super::error_state::ErrorState;
use super::loading::Loading;
use super::remote::Remote;
use crate::api::ClientError;

/// Shows that it is loading, that it failed (with a retry), or the content. While it is fetched
/// again the old content stays.
#[component]
pub fn AsyncView<T, V>(
    /// What is shown.
    remote: Remote<T>,
    /// How it is shown.
    children: impl Fn(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    // The same answer again changes nothing on the page: what is being typed there stays.
    let answer = Memo::new(move |_| remote.get());
    view! {
        <Answered answer=answer on_retry=move || remote.refetch() children=children />
    }
}

/// The same for something that was made of an answer; nothing changes while that stays equal.
#[component]
pub fn Answered<T, V>(
    /// What is shown, once there is an answer.
    answer: Memo<Option<Result<T, ClientError>>>,
    /// Asks again.
    on_retry: impl Fn() + Copy + Send + Sync + 'static,
    /// How it is shown.
    children: impl Fn(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match answer.get() {
        None => view! { <Loading /> }.into_any(),
        Some(Ok(value)) => children(value).into_any(),
        Some(Err(error)) => view! { <ErrorState error=error on_retry=on_retry /> }.into_any(),
    }
}
