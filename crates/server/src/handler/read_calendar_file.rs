//! `POST /work-calendar/read`.

use axum::Json;
use lanmu_api::error::ErrorBody;
use lanmu_api::work_calendar::{CalendarFileView, ReadCalendarFile};
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::work_calendar::read_file;
use crate::session::{SignedIn, WriteRequest};

/// What a file says of each year, with every fault at its place. Stores nothing.
#[utoipa::path(
    post, path = "/work-calendar/read", tag = "work calendar", request_body = ReadCalendarFile,
    responses(
        (status = 200, description = "also for a file with faults", body = CalendarFileView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 413, body = ErrorBody),
    )
)]
pub async fn read_calendar_file(
    who: SignedIn,
    request: WriteRequest<ReadCalendarFile>,
) -> Result<Json<CalendarFileView>, Problem> {
    who.need(Permission::ManageCalendar)?;
    Ok(Json(read_file(&request.body)))
}
