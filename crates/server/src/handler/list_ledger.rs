//! `GET /ledger`.

use axum::Json;
use axum::extract::State;
use chrono::Days;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, LikeExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::extract::{Asked, after_number, like_pattern, limit};
use crate::clock::start_of;
use crate::entity::{ledger_head, ledger_line};
use crate::error::Problem;
use crate::ledger::line_of;
use crate::session::SignedIn;
use crate::state::AppState;

/// The ledger, newest first: of the whole site for who may see it, of the own departments for
/// others.
#[utoipa::path(
    get, path = "/ledger", tag = "ledger",
    params(
        ("act" = Option<LedgerAct>, Query, description = "only this act"),
        ("department_id" = Option<i64>, Query, description = "only this department"),
        ("article_id" = Option<i64>, Query, description = "only this article"),
        ("from" = Option<NaiveDate>, Query, description = "from this day on"),
        ("to" = Option<NaiveDate>, Query, description = "up to this day, inclusive"),
        ("q" = Option<String>, Query, description = "words in subject, name or note"),
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
    let db = state.db.conn();
    let limit = limit(query.limit)?;
    let after = after_number(query.after.as_deref())?;
    let matching = matching(who.person.site_id, &query, seen.as_deref());
    let total = if seen.is_none() && is_unfiltered(&query) {
        whole_length(db, who.person.site_id).await?
    } else {
        matching.clone().count(db).await?
    };
    let mut page = matching
        .order_by_desc(ledger_line::Column::Sequence)
        .limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(ledger_line::Column::Sequence.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| last.sequence.to_string());
    let items = found
        .into_iter()
        .map(|row| {
            let hash = row.hash.clone();
            Ok(LedgerLineView {
                line: line_of(row)?,
                hash,
            })
        })
        .collect::<Result<_, DbErr>>()?;
    Ok(Json(Page {
        items,
        meta: PageMeta { total, next },
    }))
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

/// The lines that the filters leave.
pub(super) fn matching(
    site_id: i64,
    query: &LedgerQuery,
    departments: Option<&[i64]>,
) -> Select<ledger_line::Entity> {
    use ledger_line::Column;
    let mut select = ledger_line::Entity::find().filter(Column::SiteId.eq(site_id));
    if let Some(ids) = departments {
        select = select.filter(Column::DepartmentId.is_in(ids.iter().copied()));
    }
    if let Some(act) = query.act {
        select = select.filter(Column::Act.eq(act.key()));
    }
    if let Some(id) = query.article_id {
        select = select.filter(Column::ArticleId.eq(id));
    }
    if let Some(at) = query.from.and_then(start_of) {
        select = select.filter(Column::At.gte(at));
    }
    if let Some(at) = query
        .to
        .and_then(|day| day.checked_add_days(Days::new(1)))
        .and_then(start_of)
    {
        select = select.filter(Column::At.lt(at));
    }
    if let Some(pattern) = like_pattern(query.q.as_deref()) {
        let words = [Column::Subject, Column::PersonName, Column::Note]
            .into_iter()
            .fold(Condition::any(), |any, column| {
                any.add(Expr::col(column).like(LikeExpr::new(pattern.clone()).escape('\\')))
            });
        select = select.filter(words);
    }
    select
}

fn is_unfiltered(query: &LedgerQuery) -> bool {
    let LedgerQuery {
        act,
        department_id,
        article_id,
        from,
        to,
        q,
        after: _,
        limit: _,
    } = query;
    act.is_none()
        && department_id.is_none()
        && article_id.is_none()
        && from.is_none()
        && to.is_none()
        && like_pattern(q.as_deref()).is_none()
}

/// The length of the ledger without counting a million lines: the sequence has no gaps.
async fn whole_length<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<u64, DbErr> {
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    Ok(head
        .and_then(|head| u64::try_from(head.sequence).ok())
        .unwrap_or(0))
}
