//! `GET /columns/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::column::ColumnDetail;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::keeping;
use crate::session::SignedIn;
use crate::state::AppState;

/// Where a column stands, when it was closed, what is set at it and above it, and what hangs on it.
#[utoipa::path(
    get, path = "/columns/{id}", tag = "columns",
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 200, body = ColumnDetail),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_column(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<ColumnDetail>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let detail = keeping::column_detail(db, who.person.site_id, id, today).await?;
    detail.map(Json).ok_or_else(Problem::not_found)
}
