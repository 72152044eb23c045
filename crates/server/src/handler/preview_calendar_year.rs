//! `POST /work-calendar/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::preview::PreviewView;
use lanmu_api::work_calendar::PreviewYear;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::work_calendar::preview;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// The deadlines of the whole site that would move if a year were kept like this. Stores nothing.
#[utoipa::path(
    post, path = "/work-calendar/preview", tag = "work calendar", request_body = PreviewYear,
    responses(
        (status = 200, body = PreviewView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "everything that is wrong", body = ErrorBody),
    )
)]
pub async fn preview_calendar_year(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<PreviewYear>,
) -> Result<Json<PreviewView>, Problem> {
    who.need(Permission::ManageCalendar)?;
    let PreviewYear {
        year,
        announced,
        arrangement,
    } = request.body;
    let moved = preview(
        state.db.conn(),
        who.person.site_id,
        state.clock.today(),
        (year, announced),
        &arrangement,
    )
    .await?;
    Ok(Json(moved))
}
