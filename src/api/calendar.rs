//! 更新日历.

use chrono::NaiveDate;
use lanmu_api::calendar::CalendarView;
use lanmu_api::path;

use super::client::get;
use super::{ClientError, query};

/// What falls due in a span of days.
pub async fn calendar(
    from: NaiveDate,
    to: NaiveDate,
    department_id: Option<i64>,
) -> Result<CalendarView, ClientError> {
    let query = query(&[
        ("from", Some(from.to_string())),
        ("to", Some(to.to_string())),
        ("department_id", department_id.map(|id| id.to_string())),
    ]);
    get(&format!("{}{query}", path::CALENDAR)).await
}
