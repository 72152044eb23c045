//! The built SPA, embedded and precompressed.
//!
//! Names that carry a hash are cached for ever; `index.html` is never cached, so that a new
//! version is seen at the next visit. Addresses of pages answer with `index.html`.

use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../dist"]
#[exclude = ".built"]
#[exclude = ".stage/*"]
struct Files;

const INDEX: &str = "index.html";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const NOT_BUILT: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
     <title>政务公开内容保障平台</title><p>界面尚未构建，请运行 ./run。</p>";

/// Answers with a file of the SPA.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    let path = if path.is_empty() || !is_file {
        INDEX
    } else {
        path
    };
    match find(path, &headers) {
        Some((file, encoding)) => answer(path, file, encoding, &headers),
        None if path == INDEX => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, NOT_BUILT).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn find(path: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    // A plain file must exist: `.br` alone is not an address.
    let plain = Files::get(path)?;
    for (name, ending) in [("br", "br"), ("gzip", "gz")] {
        let wanted = accepted.split(',').any(|part| {
            let mut pieces = part.split(';');
            pieces
                .next()
                .is_some_and(|encoding| encoding.trim() == name)
                && !pieces.any(|piece| piece.trim() == "q=0")
        });
        if wanted && let Some(file) = Files::get(&format!("{path}.{ending}")) {
            return Some((file, Some(name)));
        }
    }
    Some((plain, None))
}

fn answer(
    path: &str,
    file: EmbeddedFile,
    encoding: Option<&'static str>,
    headers: &HeaderMap,
) -> Response {
    let tag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..16]));
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let mut response = if known == Some(tag.as_str()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match file.data {
            Cow::Borrowed(bytes) => bytes.into_response(),
            Cow::Owned(bytes) => bytes.into_response(),
        }
    };
    let out = response.headers_mut();
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let text = mime.type_() == "text" || mime.subtype() == "javascript";
    let mime = if text {
        format!("{mime}; charset=utf-8")
    } else {
        mime.to_string()
    };
    if let Ok(value) = HeaderValue::from_str(&mime) {
        out.insert(header::CONTENT_TYPE, value);
    }
    let cache = if has_hash(path) { FOR_EVER } else { "no-cache" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if let Ok(value) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, value);
    }
    response
}

/// Whether the name carries Trunk's hash: `name-0123456789abcdef.js`, `…_bg.wasm`. It is a number in
/// hex without leading zeros, so most have 16 digits and few have less.
fn has_hash(path: &str) -> bool {
    let stem = path.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 12 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::has_hash;

    #[test]
    fn only_hashed_names_are_cached_for_ever() {
        assert!(has_hash("lanmu-ee5796a9367a4af3.js"));
        assert!(has_hash("lanmu-ee5796a9367a4af3_bg.wasm"));
        assert!(has_hash("lanmu-89b932c56703a9c.js"));
        assert!(!has_hash("index.html"));
        assert!(!has_hash("favicon.svg"));
        assert!(!has_hash("some-name.js"));
    }
}
