//! `GET /inbox`.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use lanmu_api::bulk::InboxRow;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::Stage;
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, limit, malformed};
use crate::entity::article;
use crate::error::Problem;
use crate::service::article::with_bulk;
use crate::service::inbox::{awaiting, inbox_rows};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which items.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InboxQuery {
    /// Only what waits at this stage: `section` or `release`.
    #[param(inline)]
    stage: Option<Stage>,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// What waits for this person's review, the longest wait first.
#[utoipa::path(
    get, path = "/inbox", tag = "review", params(InboxQuery),
    responses(
        (status = 200, body = Page<InboxRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that reviews", body = ErrorBody),
    )
)]
pub async fn list_inbox(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<InboxQuery>,
) -> Result<Json<Page<InboxRow>>, Problem> {
    who.need(Permission::ReviewArticles)?;
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = query.after.as_deref().map(read_cursor).transpose()?;
    let Some(waiting) = awaiting(who.person.site_id, &who.actor, query.stage) else {
        return Ok(Json(Page {
            items: Vec::new(),
            meta: PageMeta::default(),
        }));
    };
    let total = waiting.clone().count(db).await?;
    let mut page = waiting
        .order_by_asc(article::Column::StateSince)
        .order_by_asc(article::Column::Id)
        .limit(limit + 1);
    if let Some((since, id)) = after {
        let same_time = Condition::all()
            .add(article::Column::StateSince.eq(since))
            .add(article::Column::Id.gt(id));
        page = page.filter(
            Condition::any()
                .add(article::Column::StateSince.gt(since))
                .add(same_time),
        );
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(write_cursor);
    let rows = inbox_rows(db, &who.actor, &found).await?;
    Ok(Json(Page {
        items: with_bulk(db, &who.actor, &found, rows).await?,
        meta: PageMeta { total, next },
    }))
}

/// Time to the millisecond, which is how times are stored, and id.
fn write_cursor(last: &article::Model) -> String {
    format!("{}_{}", last.state_since.timestamp_millis(), last.id)
}

fn read_cursor(text: &str) -> Result<(DateTime<Utc>, i64), Problem> {
    let (millis, id) = text.split_once('_').ok_or_else(malformed)?;
    let since = millis
        .parse()
        .ok()
        .and_then(DateTime::from_timestamp_millis)
        .ok_or_else(malformed)?;
    Ok((since, id.parse().map_err(|_| malformed())?))
}
