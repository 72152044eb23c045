//! `GET /events/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::{PreviewDuty, PreviewQuery};
use lanmu_domain::permission::Permission;
use lanmu_domain::rule::Trigger;

use super::extract::Asked;
use crate::error::Problem;
use crate::service::event::preview;
use crate::service::evidence::day_problem;
use crate::session::SignedIn;
use crate::state::AppState;

/// The duties for which the person may register an event of a kind, with the due dates that it
/// would set.
#[utoipa::path(
    get, path = "/events/preview", tag = "events",
    params(
        ("trigger" = Trigger, Query, description = "what kind of event"),
        ("occurred_on" = NaiveDate, Query, description = "the day on which it happened"),
        ("duty_id" = Option<i64>, Query, description = "only this duty"),
    ),
    responses(
        (status = 200, body = Vec<PreviewDuty>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "in the future, or too long ago", body = ErrorBody),
    )
)]
pub async fn preview_event(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PreviewQuery>,
) -> Result<Json<Vec<PreviewDuty>>, Problem> {
    who.need(Permission::RegisterEvents)?;
    let today = state.clock.today();
    if let Some(message) = day_problem(query.occurred_on, today) {
        return Err(Problem::invalid_field("occurred_on", message));
    }
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    Ok(Json(preview(db, site_id, today, &who.actor, query).await?))
}
