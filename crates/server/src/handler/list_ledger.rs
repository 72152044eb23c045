//! `GET /ledger`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use lanmu_api::page::Page;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::review::Stage;

use super::extract::{Asked, after_number, limit};
use crate::error::Problem;
use crate::ledger::page;
use crate::session::SignedIn;
use crate::state::AppState;

/// The ledger, newest first: of the whole site for who may see it, of the own departments for
/// others.
#[utoipa::path(
    get, path = "/ledger", tag = "ledger",
    params(
        ("act" = Option<LedgerAct>, Query, description = "only this act"),
        ("stage" = Option<Stage>, Query, description = "only acts at this stage of the review"),
        ("department_id" = Option<i64>, Query, description = "only this department"),
        ("article_id" = Option<i64>, Query, description = "only this article"),
        ("from" = Option<NaiveDate>, Query, description = "from this day on"),
        ("to" = Option<NaiveDate>, Query, description = "up to this day, inclusive"),
        ("q" = Option<String>, Query, description = "words in subject, name, column or note"),
        ("after" = Option<String>, Query, description = "`meta.next` of the page before"),
        ("limit" = Option<u64>, Query, description = "how many, 100 at most"),
    ),
    responses(
        (status = 200, body = Page<LedgerLineView>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no ledger, or a department of others", body = ErrorBody),
    )
)]
pub async fn list_ledger(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<LedgerQuery>,
) -> Result<Json<Page<LedgerLineView>>, Problem> {
    let seen = departments_seen(&who, query.department_id)?;
    let span = (after_number(query.after.as_deref())?, limit(query.limit)?);
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    Ok(Json(
        page(db, site_id, &query, seen.as_deref(), span).await?,
    ))
}

/// The departments to which the answer is limited; `None` for the whole site.
pub(super) fn departments_seen(
    who: &SignedIn,
    asked: Option<i64>,
) -> Result<Option<Vec<i64>>, Problem> {
    if Permission::ViewWholeLedger.held(&who.actor) {
        return Ok(asked.map(|id| vec![id]));
    }
    who.need(Permission::ViewOwnLedger)?;
    let own = who.departments();
    match asked {
        Some(id) if own.contains(&id) => Ok(Some(vec![id])),
        Some(_) => Err(Problem::not_allowed()),
        None => Ok(Some(own)),
    }
}
