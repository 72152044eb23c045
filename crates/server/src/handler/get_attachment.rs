//! `GET /attachments/{hash}/{name}`.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use lanmu_api::error::ErrorBody;
use lanmu_domain::attachment::{AttachmentKind, clean_name};

use crate::entity::key::from_key;
use crate::error::Problem;
use crate::export::encoded_name;
use crate::service::attachment::find_attachment;
use crate::session::SignedIn;
use crate::state::AppState;

/// The file, for whoever uploaded it or sees an item that names it. Only pictures are shown in the
/// browser; everything else is saved.
#[utoipa::path(
    get, path = "/attachments/{hash}/{name}", tag = "articles",
    params(("hash" = String, Path), ("name" = String, Path)),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 401, body = ErrorBody),
        (status = 404, description = "no such file, or none that the person may see", body = ErrorBody),
    )
)]
pub async fn get_attachment(
    State(state): State<AppState>,
    who: SignedIn,
    Path((hash, name)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let found = find_attachment(state.db.conn(), &who, &hash).await?;
    let kind: AttachmentKind = from_key(&found.kind)?;
    let name = clean_name(&name).map_err(|_| Problem::not_found())?;
    file_response(kind, &name, found.bytes)
}

/// A file of this kind under this name.
pub(super) fn file_response(
    kind: AttachmentKind,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Response, Problem> {
    let shown = if kind.is_picture() {
        "inline"
    } else {
        "attachment"
    };
    let disposition = format!("{shown}; filename*=UTF-8''{}", encoded_name(name));
    let headers: [(HeaderName, HeaderValue); 3] = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(kind.media_type()),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&disposition).map_err(Problem::internal)?,
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; sandbox"),
        ),
    ];
    Ok((headers, Body::from(bytes)).into_response())
}
