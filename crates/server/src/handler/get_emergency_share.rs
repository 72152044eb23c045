//! `GET /emergencies/share`.

use axum::Json;
use axum::extract::State;
use lanmu_api::emergency::EmergencyShareView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::extract::Asked;
use super::get_punctuality::PunctualityQuery;
use crate::error::Problem;
use crate::service::emergency::share;
use crate::session::SignedIn;
use crate::state::AppState;

/// The share of emergency releases among all releases of a period, by department.
#[utoipa::path(
    get, path = "/emergencies/share", tag = "emergencies",
    params(
        ("from" = chrono::NaiveDate, Query, description = "first day"),
        ("to" = chrono::NaiveDate, Query, description = "last day, not after today"),
    ),
    responses(
        (status = 200, body = EmergencyShareView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that sees items", body = ErrorBody),
        (status = 422, description = "no such span", body = ErrorBody),
    )
)]
pub async fn get_emergency_share(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PunctualityQuery>,
) -> Result<Json<EmergencyShareView>, Problem> {
    who.need(Permission::ViewOwnMatrix)?;
    let span = query.check(state.clock.today())?;
    Ok(Json(share(state.db.conn(), &who, span).await?))
}
