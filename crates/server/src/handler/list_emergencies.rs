//! `GET /emergencies`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::emergency::EmergencyRow;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::EmergencyStatus;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::entity::emergency_release::Column;
use crate::error::Problem;
use crate::service::emergency::{EmergencyFilter, matching, rows};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which emergency releases.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EmergenciesQuery {
    /// Only those that stand like this.
    #[param(inline)]
    status: Option<EmergencyStatus>,
    /// Only this department.
    department_id: Option<i64>,
    /// Released from this day on.
    pub(super) from: Option<NaiveDate>,
    /// Released up to this day, inclusive.
    pub(super) to: Option<NaiveDate>,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

impl EmergenciesQuery {
    pub(super) const fn filter(&self) -> EmergencyFilter {
        EmergencyFilter {
            status: self.status,
            department_id: self.department_id,
            from: self.from,
            to: self.to,
        }
    }
}

/// 紧急发布: the emergency releases that the person may see, the latest first: all for who sees
/// the whole matrix, those of the own departments for others.
#[utoipa::path(
    get, path = "/emergencies", tag = "emergencies", params(EmergenciesQuery),
    responses(
        (status = 200, body = Page<EmergencyRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that sees items", body = ErrorBody),
    )
)]
pub async fn list_emergencies(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<EmergenciesQuery>,
) -> Result<Json<Page<EmergencyRow>>, Problem> {
    who.need(Permission::ViewOwnMatrix)?;
    let db = state.db.conn();
    let now = state.clock.now();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let matching = matching(&who, query.filter(), now);
    let total = matching.clone().count(db).await?;
    let mut page = matching.order_by_desc(Column::Id).limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(Column::Id.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| last.id.to_string());
    Ok(Json(Page {
        items: rows(db, &found, now).await?,
        meta: PageMeta { total, next },
    }))
}
