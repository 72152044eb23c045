//! `POST /departments/{id}/documents`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::DocumentKind;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::{Asked, Id};
use crate::service::attachment::looked_through;
use crate::service::department_document::{self, Filing};
use crate::session::{FileRequest, SignedIn};
use crate::state::AppState;

/// The query, besides the name of the file.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DocumentQuery {
    /// Which document.
    #[param(inline)]
    kind: DocumentKind,
    /// Its title.
    #[serde(default)]
    title: String,
    /// Its date.
    day: NaiveDate,
}

/// Files a department's 三审 rules or duty list. The newest of a kind counts, the others stay.
#[utoipa::path(
    post, path = "/departments/{id}/documents", tag = "rosters",
    params(
        ("id" = i64, Path, description = "the department"),
        DocumentQuery,
        ("name" = String, Query, description = "name of the file"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = Registered),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, description = "a wrong field, or a file that is not taken",
            body = ErrorBody),
    )
)]
pub async fn file_document(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    Asked(query): Asked<DocumentQuery>,
    request: FileRequest,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let (found, _) = looked_through(&request).await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let filing = Filing {
        kind: query.kind,
        title: &query.title,
        day: query.day,
        file_name: &request.name,
    };
    let id = department_document::file(&write, &who, id, filing, found).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}
