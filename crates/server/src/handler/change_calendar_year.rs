//! `PUT /work-calendar/{year}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::work_calendar::{ChangeYear, WorkCalendarView};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::work_calendar::change_year;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Changes a year of the working-day calendar, announces it, or takes an announcement back. What
/// was before stays in its history.
#[utoipa::path(
    put, path = "/work-calendar/{year}", tag = "work calendar", request_body = ChangeYear,
    params(("year" = i32, Path, description = "2000 to 2100")),
    responses(
        (status = 200, body = WorkCalendarView),
        (status = 400, description = "version missing", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale", body = ErrorBody),
        (status = 422, description = "everything that is wrong", body = ErrorBody),
    )
)]
pub async fn change_calendar_year(
    State(state): State<AppState>,
    who: SignedIn,
    Id(year): Id,
    request: WriteRequest<ChangeYear>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageCalendar)?;
    let year = i32::try_from(year).map_err(|_| Problem::not_found())?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let view = change_year(&write, &who, year, &request.body).await?;
    write.commit(StatusCode::OK, &view).await
}
