//! Sending a file, with its progress: `fetch` tells none.

use lanmu_api::path;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{File, ProgressEvent, XmlHttpRequest};

use super::client::decode_error;
use super::{ClientError, IdempotencyKey, query};

/// Sends the file to a path. `on_progress` hears the per cent, `on_done` the end, once. Aborting what is
/// given ends it with [`ClientError::Network`].
pub fn send_file<T: DeserializeOwned>(
    path: &str,
    file: &File,
    on_progress: impl Fn(u8) + 'static,
    on_done: impl Fn(Result<T, ClientError>) + 'static,
) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    let query = query(&[("name", Some(file.name()))]);
    let address = if path.contains('?') {
        format!("{path}{}", query.replacen('?', "&", 1))
    } else {
        format!("{path}{query}")
    };
    request.open("POST", &address).ok()?;
    let key = IdempotencyKey::new();
    request
        .set_request_header(path::IDEMPOTENCY_KEY, key.as_str())
        .ok()?;
    request
        .set_request_header("Content-Type", "application/octet-stream")
        .ok()?;
    let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 100"
            )]
            let per_cent = (event.loaded() / event.total() * 100.0).clamp(0.0, 100.0) as u8;
            on_progress(per_cent);
        }
    });
    let upload = request.upload().ok()?;
    upload.set_onprogress(Some(progress.into_js_value().unchecked_ref()));
    let answered = request.clone();
    let done = Closure::<dyn Fn()>::new(move || on_done(answer(&answered)));
    request.set_onloadend(Some(done.into_js_value().unchecked_ref()));
    request.send_with_opt_blob(Some(file)).ok()?;
    Some(request)
}

fn answer<T: DeserializeOwned>(request: &XmlHttpRequest) -> Result<T, ClientError> {
    let status = request.status().unwrap_or_default();
    let text = request.response_text().ok().flatten().unwrap_or_default();
    match status {
        0 => Err(ClientError::Network),
        200..300 => serde_json::from_str(&text).map_err(|_| ClientError::Unreadable),
        _ => Err(decode_error(&text)),
    }
}
