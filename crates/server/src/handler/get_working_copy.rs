//! `GET /working-copies/{slot}`.

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use lanmu_api::error::ErrorBody;
use lanmu_api::working_copy::{Slot, WorkingCopy};
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::article;
use crate::session::SignedIn;
use crate::state::AppState;

/// The form in the path; one that is none is one that is not there.
pub struct Of(pub Slot);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(text): Path<String> = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::not_found())?;
        text.parse().map(Self).map_err(|()| Problem::not_found())
    }
}

/// What the person has typed into a form and not yet saved; `null` for nothing.
#[utoipa::path(
    get, path = "/working-copies/{slot}", tag = "articles", params(("slot" = String, Path)),
    responses(
        (status = 200, body = Option<WorkingCopy>),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an officer of the department", body = ErrorBody),
        (status = 404, description = "no such article", body = ErrorBody),
    )
)]
pub async fn get_working_copy(
    State(state): State<AppState>,
    who: SignedIn,
    Of(slot): Of,
) -> Result<Json<Option<WorkingCopy>>, Problem> {
    who.need(Permission::WriteArticles)?;
    let found = article::working_copy(state.db.conn(), &who, slot).await?;
    Ok(Json(found))
}
