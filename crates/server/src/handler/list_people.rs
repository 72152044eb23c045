//! `GET /people`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::Page;
use lanmu_api::person::PersonRow;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::db::like_pattern;
use crate::error::Problem;
use crate::handler::extract::{Asked, after_number, limit};
use crate::service::people::{self, PeopleFilter};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PeopleQuery {
    /// A part of the name or of the login name.
    q: Option<String>,
    /// Only who holds a post in this department.
    department_id: Option<i64>,
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// The people of the site with their posts, for the administrators of accounts and of rights.
#[utoipa::path(
    get, path = "/people", tag = "people", params(PeopleQuery),
    responses(
        (status = 200, body = Page<PersonRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_people(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PeopleQuery>,
) -> Result<Json<Page<PersonRow>>, Problem> {
    if who.need(Permission::ManagePeople).is_err() {
        who.need(Permission::GrantPosts)?;
    }
    let filter = PeopleFilter {
        pattern: like_pattern(query.q.as_deref()),
        department_id: query.department_id,
        after: after_number(query.after.as_deref())?,
        limit: limit(query.limit)?,
    };
    Ok(Json(
        people::list_people(state.db.conn(), who.person.site_id, &filter).await?,
    ))
}
