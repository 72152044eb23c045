//! `GET /notifications`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::notification::NotificationRow;
use lanmu_api::page::{Page, PageMeta};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::entity::notification;
use crate::error::Problem;
use crate::service::notification::{rows, told};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which of them.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NotificationsQuery {
    /// Only what is not read yet.
    #[serde(default)]
    unread: bool,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// 消息: what the person was told, the newest first.
#[utoipa::path(
    get, path = "/notifications", tag = "notifications", params(NotificationsQuery),
    responses(
        (status = 200, body = Page<NotificationRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn list_notifications(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<NotificationsQuery>,
) -> Result<Json<Page<NotificationRow>>, Problem> {
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let mut matching = told(&who);
    if query.unread {
        matching = matching.filter(notification::Column::ReadAt.is_null());
    }
    let total = matching.clone().count(db).await?;
    let mut page = matching
        .order_by_desc(notification::Column::Id)
        .limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(notification::Column::Id.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| last.id.to_string());
    Ok(Json(Page {
        items: rows(db, &who, found).await?,
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    }))
}
