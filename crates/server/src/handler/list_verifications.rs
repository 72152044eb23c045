//! `GET /ledger/verifications`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::VerificationRecord;
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::permission::Permission;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::entity::ledger_verification::{Column, Entity};
use crate::error::Problem;
use crate::ledger::record_view;
use crate::session::SignedIn;
use crate::state::AppState;

/// Which page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct VerificationsQuery {
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// 核验记录: the checks that were kept, the latest first.
#[utoipa::path(
    get, path = "/ledger/verifications", tag = "ledger", params(VerificationsQuery),
    responses(
        (status = 200, body = Page<VerificationRecord>),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an audit administrator", body = ErrorBody),
    )
)]
pub async fn list_verifications(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<VerificationsQuery>,
) -> Result<Json<Page<VerificationRecord>>, Problem> {
    who.need(Permission::VerifyLedger)?;
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let own = Entity::find().filter(Column::SiteId.eq(who.person.site_id));
    let total = own.clone().count(db).await?;
    let mut page = own.order_by_desc(Column::Id).limit(limit + 1);
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
        items: found.into_iter().map(record_view).collect(),
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    }))
}
