//! Fetching a file, with its progress and a way to stop it.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use super::ClientError;
use super::client::decode_error;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The name that the server gives it.
    pub name: String,
    /// Its bytes.
    pub content: Blob,
}

/// Fetches the file at an address. `on_progress` hears how many bytes have come, `on_done` the end,
/// once. Aborting what is given ends it with [`ClientError::Network`]. `None` where the browser
/// cannot.
pub fn fetch_file(
    address: &str,
    on_progress: impl Fn(f64) + 'static,
    on_done: impl Fn(Result<Fetched, ClientError>) + 'static,
) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", address).ok()?;
    js_sys::Reflect::set(&request, &"responseType".into(), &"blob".into()).ok()?;
    let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        on_progress(event.loaded());
    });
    request.set_onprogress(Some(progress.into_js_value().unchecked_ref()));
    let answered = request.clone();
    let on_done = std::rc::Rc::new(on_done);
    let done = Closure::<dyn Fn()>::new(move || {
        let on_done = std::rc::Rc::clone(&on_done);
        let answered = answered.clone();
        leptos::task::spawn_local(async move { on_done(answer(&answered).await) });
    });
    request.set_onloadend(Some(done.into_js_value().unchecked_ref()));
    request.send().ok()?;
    Some(request)
}

async fn answer(request: &XmlHttpRequest) -> Result<Fetched, ClientError> {
    let status = request.status().unwrap_or_default();
    let body = request.response().unwrap_or(JsValue::NULL);
    let Ok(content) = body.dyn_into::<Blob>() else {
        return Err(ClientError::Network);
    };
    match status {
        0 => Err(ClientError::Network),
        200..300 => {
            let disposition = request.get_response_header("Content-Disposition");
            Ok(Fetched {
                name: name_in(&disposition.ok().flatten().unwrap_or_default()),
                content,
            })
        }
        _ => {
            let text = wasm_bindgen_futures::JsFuture::from(content.text()).await;
            let text = text.ok().and_then(|text| text.as_string());
            Err(decode_error(&text.unwrap_or_default()))
        }
    }
}

/// The name in `attachment; filename="export.csv"; filename*=UTF-8''%E5…`.
fn name_in(disposition: &str) -> String {
    let encoded = disposition.split("filename*=UTF-8''").nth(1);
    let encoded = encoded.and_then(|rest| rest.split(';').next());
    encoded
        .and_then(|name| js_sys::decode_uri_component(name.trim()).ok())
        .map(String::from)
        .unwrap_or_else(|| "导出".to_owned())
}
