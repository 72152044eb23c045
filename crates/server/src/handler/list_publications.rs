//! `GET /publications`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::{Page, PageMeta};
use lanmu_api::publication::{DoubtState, PublicationRow};
use lanmu_domain::permission::Permission;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::entity::publication;
use crate::error::Problem;
use crate::service::publication::{of_state, rows};
use crate::session::SignedIn;
use crate::state::AppState;

/// Which publications.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PublicationsQuery {
    /// Only doubtful ones of which the doubts stand like this: `open`, `accepted` or `rejected`.
    #[param(inline)]
    pub doubt: Option<DoubtState>,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// The publications that the person may see, the latest recorded first: all for who sees the whole
/// matrix, those of the own departments for others.
#[utoipa::path(
    get, path = "/publications", tag = "evidence", params(PublicationsQuery),
    responses(
        (status = 200, body = Page<PublicationRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that sees publications", body = ErrorBody),
    )
)]
pub async fn list_publications(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PublicationsQuery>,
) -> Result<Json<Page<PublicationRow>>, Problem> {
    who.need(Permission::ViewOwnMatrix)?;
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let matching = matching(&who, &query);
    let total = matching.clone().count(db).await?;
    let mut page = matching
        .order_by_desc(publication::Column::Id)
        .limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(publication::Column::Id.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| last.id.to_string());
    Ok(Json(Page {
        items: rows(db, &found).await?,
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    }))
}

/// The publications that the person may see and the filters leave.
pub(super) fn matching(who: &SignedIn, query: &PublicationsQuery) -> Select<publication::Entity> {
    let site_id = who.person.site_id;
    let mut select = publication::Entity::find().filter(publication::Column::SiteId.eq(site_id));
    if let Some(state) = query.doubt {
        select = select.filter(of_state(site_id, state));
    }
    if !Permission::ViewWholeMatrix.held(&who.actor) {
        let own = who.departments().into_iter().filter(|id| who.sees(*id));
        select = select.filter(publication::Column::DepartmentId.is_in(own));
    }
    select
}
