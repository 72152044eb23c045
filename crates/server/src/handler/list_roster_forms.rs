//! `GET /rosters/forms`.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use lanmu_api::error::ErrorBody;
use lanmu_api::roster::RosterForm;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::roster::{self, FormsOf};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FormsQuery {
    /// Only this department's; all departments' otherwise.
    department_id: Option<i64>,
    /// As last handed in to this collection; as they stand today otherwise.
    collection_id: Option<i64>,
}

/// The forms of Annex 1 with whole numbers, to be printed. A look at another department's is written
/// down before it is handed out.
#[utoipa::path(
    get, path = "/rosters/forms", tag = "rosters", params(FormsQuery),
    responses(
        (status = 200, body = Vec<RosterForm>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department's", body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn list_roster_forms(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<FormsQuery>,
) -> Result<Response, Problem> {
    let forms = looked_at(&state, &who, query, "打印工作机构表。").await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(forms)).into_response())
}

/// The forms, once the look at them is written down.
pub(super) async fn looked_at(
    state: &AppState,
    who: &SignedIn,
    query: FormsQuery,
    how: &str,
) -> Result<Vec<RosterForm>, Problem> {
    who.need(Permission::KeepRoster)?;
    let of = FormsOf {
        department_id: query.department_id,
        collection_id: query.collection_id,
    };
    let forms = roster::forms(state.db.conn(), who, of, state.clock.today()).await?;
    let places: Vec<(i64, String)> = forms
        .iter()
        .map(|form| (form.department_id, form.department_name.clone()))
        .collect();
    roster::record_looks(state, who, &places, how).await?;
    Ok(forms)
}
