//! An id for each request: in the log, in errors, in the header `X-Request-Id`. Never taken from
//! outside, so that nobody writes into our log.

use std::time::Instant;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;

tokio::task_local! {
    static REQUEST_ID: String;
}

/// The id of the request that is being served, empty outside one.
#[must_use]
pub fn current() -> String {
    REQUEST_ID.try_with(Clone::clone).unwrap_or_default()
}

/// Gives the request an id and logs it: method, route, status and duration, nothing personal.
pub async fn assign(request: Request, next: Next) -> Response {
    let id = format!("{:016x}", rand::random::<u64>());
    let method = request.method().clone();
    // The path has ids in it and no words; the query may have words and stays out.
    let path = request.uri().path().to_owned();
    let started = Instant::now();
    let mut response = REQUEST_ID.scope(id.clone(), next.run(request)).await;
    let status = response.status().as_u16();
    let millis = started.elapsed().as_millis();
    if path.starts_with("/api/") {
        tracing::info!(request_id = %id, %method, %path, status, millis, "request");
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
