//! `GET /feeds/{token}.ics`: for calendar programs, which have no session.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::error::Problem;
use crate::service::feed::{self, Token};
use crate::state::AppState;

/// What is due, as iCalendar. Whoever has the address may read it; every address that is not one
/// is answered alike.
pub async fn read_feed(
    State(state): State<AppState>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let token = name.strip_suffix(".ics").and_then(Token::parse);
    let token = token.ok_or_else(Problem::not_found)?;
    let feed = feed::read(&state, &token, |path| link(&headers, path)).await?;
    let tag = format!("\"{}\"", feed.tag);
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.split(',').any(|one| one.trim() == tag));
    let common = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, "private, max-age=900".to_owned()),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((common, kind, feed.body).into_response())
}

/// The address of a page on the host that was asked, if it is a plain name.
fn link(headers: &HeaderMap, path: &str) -> String {
    let plain = |host: &&str| {
        let letter =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        !host.is_empty() && host.chars().all(letter)
    };
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .filter(plain);
    let secure = headers
        .get("x-forwarded-proto")
        .is_some_and(|scheme| scheme.as_bytes() == b"https");
    match host {
        Some(host) => format!("{}://{host}{path}", if secure { "https" } else { "http" }),
        None => path.to_owned(),
    }
}
