//! `POST /link-domains`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::{AddLinkDomain, LinkDomainView};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::secrecy;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Allows links to a domain outside `gov.cn`, its subdomains included.
#[utoipa::path(
    post, path = "/link-domains", tag = "terms", request_body = AddLinkDomain,
    responses(
        (status = 201, body = LinkDomainView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn add_link_domain(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<AddLinkDomain>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = secrecy::add_domain(&write, &who, &request.body).await?;
    write.commit(StatusCode::CREATED, &answer).await
}
