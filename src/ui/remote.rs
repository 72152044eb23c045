//! Data from the server.

use std::future::Future;

use leptos::prelude::*;

use crate::api::ClientError;
use crate::session::use_session;

/// What a page shows once the server has answered.
pub type Remote<T> = LocalResource<Result<T, ClientError>>;

/// Fetches now, whenever a signal read by `fetch` changes, and after every sign-in.
pub fn use_remote<T, Fut>(fetch: impl Fn() -> Fut + 'static) -> Remote<T>
where
    T: 'static,
    Fut: Future<Output = Result<T, ClientError>> + 'static,
{
    let session = use_session();
    LocalResource::new(move || {
        session.track_sign_ins();
        fetch()
    })
}
