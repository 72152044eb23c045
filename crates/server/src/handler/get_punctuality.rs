//! `GET /punctuality`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::calendar::SPAN_MAX;
use lanmu_api::error::ErrorBody;
use lanmu_api::history::PunctualityView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::{Scope, punctuality};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PunctualityQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day, not after today; 366 days after the first one at most.
    pub to: NaiveDate,
    /// Only this department, with what was late.
    pub department_id: Option<i64>,
}

impl PunctualityQuery {
    /// # Errors
    /// 422 for a span that is the wrong way round, too long or not over.
    pub(super) fn check(&self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Problem> {
        let wrong = |message: String| Err(Problem::invalid_field("to", message));
        match self.to.signed_duration_since(self.from).num_days() {
            _ if self.to > today => wrong("结束日期不能晚于今天。".to_owned()),
            ..0 => wrong("结束日期不能早于开始日期。".to_owned()),
            0..=SPAN_MAX => Ok((self.from, self.to)),
            _ => wrong(format!("起止日期最多相隔{SPAN_MAX}天。")),
        }
    }
}

/// 按时率: how departments kept their dates in a period, each for the part that it answered for;
/// for one department with what was late.
#[utoipa::path(
    get,
    path = "/punctuality",
    tag = "calendar",
    params(PunctualityQuery),
    responses(
        (status = 200, body = PunctualityView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "no such span", body = ErrorBody),
    ),
)]
pub async fn get_punctuality(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PunctualityQuery>,
) -> Result<Json<PunctualityView>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let span = query.check(state.clock.today())?;
    let scope = Scope::of(&who.actor, query.department_id)?;
    let with_items = query.department_id.is_some();
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    Ok(Json(
        punctuality::punctuality(db, site_id, span, &scope, with_items).await?,
    ))
}
