//! 工作日历.

use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::preview::PreviewView;
use lanmu_api::work_calendar::{
    CalendarFileView, ChangeYear, PreviewYear, ReadCalendarFile, WorkCalendarView,
};

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A year as it is kept, with its history.
pub async fn year(year: i32) -> Result<WorkCalendarView, ClientError> {
    let query = query(&[("year", Some(year.to_string()))]);
    get(&format!("{}{query}", path::WORK_CALENDAR)).await
}

/// What a file says.
pub async fn read_file(
    form: ReadCalendarFile,
    key: IdempotencyKey,
) -> Result<CalendarFileView, ClientError> {
    send(Method::POST, path::WORK_CALENDAR_READ, &form, &key).await
}

/// Which deadlines would move.
pub async fn preview(form: PreviewYear, key: IdempotencyKey) -> Result<PreviewView, ClientError> {
    send(Method::POST, path::WORK_CALENDAR_PREVIEW, &form, &key).await
}

/// Keeps a year like this from now on.
pub async fn change(
    year: i32,
    form: ChangeYear,
    key: IdempotencyKey,
) -> Result<WorkCalendarView, ClientError> {
    send(Method::PUT, &path::work_calendar_year(year), &form, &key).await
}
