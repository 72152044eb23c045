//! 更新日历.

use chrono::NaiveDate;
use lanmu_api::calendar::CalendarView;
use lanmu_api::history::{PunctualityView, YearView};
use lanmu_api::obligation::{ObligationsView, ReviewerView};
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// What falls due in a span of days; as it was known on a past day if one is given.
pub async fn calendar(
    (from, to): (NaiveDate, NaiveDate),
    department_id: Option<i64>,
    as_of: Option<NaiveDate>,
) -> Result<CalendarView, ClientError> {
    let query = query(&[
        ("from", Some(from.to_string())),
        ("to", Some(to.to_string())),
        ("department_id", text(department_id)),
        ("as_of", text(as_of)),
    ]);
    get(&format!("{}{query}", path::CALENDAR)).await
}

/// Every obligation; as it was known on a past day if one is given.
pub async fn obligations(
    department_id: Option<i64>,
    as_of: Option<NaiveDate>,
) -> Result<ObligationsView, ClientError> {
    let query = query(&[
        ("department_id", text(department_id)),
        ("as_of", text(as_of)),
    ]);
    get(&format!("{}{query}", path::OBLIGATIONS)).await
}

/// Who reviews for which departments.
pub async fn reviewers() -> Result<Vec<ReviewerView>, ClientError> {
    get(path::REVIEWERS).await
}

/// How the columns of a department stood over a year.
pub async fn year_of_department(year: i32, department_id: i64) -> Result<YearView, ClientError> {
    let query = query(&[("department_id", text(Some(department_id)))]);
    get(&format!("{}{query}", path::year(year))).await
}

/// How a duty stood over a year.
pub async fn year_of_duty(year: i32, duty_id: i64) -> Result<YearView, ClientError> {
    let query = query(&[("duty_id", text(Some(duty_id)))]);
    get(&format!("{}{query}", path::year(year))).await
}

/// Who was on time in a period.
pub async fn punctuality(
    (from, to): (NaiveDate, NaiveDate),
    department_id: Option<i64>,
) -> Result<PunctualityView, ClientError> {
    let query = query(&[
        ("from", Some(from.to_string())),
        ("to", Some(to.to_string())),
        ("department_id", text(department_id)),
    ]);
    get(&format!("{}{query}", path::PUNCTUALITY)).await
}
