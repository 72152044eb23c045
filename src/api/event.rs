//! 触发事件.

use gloo_net::http::Method;
use lanmu_api::event::{CancelEvent, EventQuery, EventRow, OpenEvent, PreviewDuty, PreviewQuery};
use lanmu_api::page::Page;
use lanmu_api::path;
use serde::Serialize;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A page of events, the latest first.
pub async fn events(filter: EventQuery) -> Result<Page<EventRow>, ClientError> {
    get(&format!("{}{}", path::EVENTS, as_query(filter))).await
}

/// Where the same list is a file.
#[must_use]
pub fn events_file(filter: EventQuery) -> String {
    format!("{}{}", path::EVENTS_EXPORT, as_query(filter))
}

fn as_query(filter: EventQuery) -> String {
    query(&[
        (
            "department_id",
            filter.department_id.map(|id| id.to_string()),
        ),
        ("trigger", filter.trigger.and_then(key_of)),
        ("state", filter.state.map(|state| state.key().to_owned())),
        ("q", filter.q),
        ("from", filter.from.map(|day| day.to_string())),
        ("to", filter.to.map(|day| day.to_string())),
        ("after", filter.after),
        ("limit", filter.limit.map(|limit| limit.to_string())),
    ])
}

/// The duties that an event would concern, with the due dates that it would set.
pub async fn preview(filter: PreviewQuery) -> Result<Vec<PreviewDuty>, ClientError> {
    let query = query(&[
        ("trigger", key_of(filter.trigger)),
        ("occurred_on", Some(filter.occurred_on.to_string())),
        ("duty_id", filter.duty_id.map(|id| id.to_string())),
    ]);
    get(&format!("{}{query}", path::EVENT_PREVIEW)).await
}

/// 取消触发事件.
pub async fn cancel(
    id: i64,
    form: CancelEvent,
    key: IdempotencyKey,
) -> Result<EventRow, ClientError> {
    send(Method::POST, &path::event_cancel(id), &form, &key).await
}

/// The events that a publication of an article could discharge.
pub async fn open_events(article_id: i64) -> Result<Vec<OpenEvent>, ClientError> {
    get(&path::article_open_events(article_id)).await
}

/// The key of a value of a closed list, as JSON writes it.
fn key_of(value: impl Serialize) -> Option<String> {
    let value = serde_json::to_value(value).ok()?;
    value.as_str().map(str::to_owned)
}
