//! `GET /changes`.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use lanmu_api::change::Changes;
use lanmu_api::error::ErrorBody;

use super::extract::Asked;
use super::list_changes::ChangesQuery;
use crate::error::Problem;
use crate::live::Listener;
use crate::session::Watching;
use crate::state::AppState;

/// A sign of life, so that a page finds out that a proxy has cut or swallowed the stream. It is an
/// event, not a comment, because pages cannot see comments.
const ALIVE_EVERY: Duration = Duration::from_secs(15);

/// 实时更新: an event for every change that concerns the person, as it happens. The first comes at
/// once and says what happened after `Last-Event-ID` or `sequence`. The stream ends with the session.
#[utoipa::path(
    get, path = "/changes", tag = "live", params(ChangesQuery),
    responses(
        (
            status = 200, body = Changes, content_type = "text/event-stream",
            description = "events without a name hold `Changes`; `alive` is a sign of life"
        ),
        (status = 401, body = ErrorBody),
        (status = 429, description = "three streams are open; ask instead", body = ErrorBody),
    )
)]
pub async fn stream_changes(
    State(state): State<AppState>,
    watching: Watching,
    Asked(query): Asked<ChangesQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let last = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok()?.parse().ok());
    let listener = Listener::begin(state, watching, last.or(query.sequence)).await?;
    let events = stream::unfold(listener, async |mut listener| {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    let alive = KeepAlive::new()
        .interval(ALIVE_EVERY)
        .event(Event::default().event("alive").data("-"));
    // Proxies of the nginx kind would collect the events otherwise.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((unbuffered, Sse::new(events).keep_alive(alive)).into_response())
}
