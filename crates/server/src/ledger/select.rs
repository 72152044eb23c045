//! Which lines: the filters, a page of them, and how many there are.

use chrono::Days;
use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Stage;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, LikeExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::line_of;
use crate::clock::start_of;
use crate::db::like_pattern;
use crate::entity::{ledger_head, ledger_line};

/// Counting stops here: nobody reads so many lines, and a ledger has millions.
const COUNTED_MAX: u64 = 10_000;

/// A page of a site's ledger, newest first, after a line; of these departments only, if given.
///
/// # Errors
/// The database cannot be reached, or holds an act that this version does not know.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    query: &LedgerQuery,
    departments: Option<&[i64]>,
    (after, limit): (Option<i64>, u64),
) -> Result<Page<LedgerLineView>, DbErr> {
    let matching = matching(site_id, query, departments);
    let whole = departments.is_none() && is_unfiltered(query);
    let (total, more, mut page) = if whole {
        let length = whole_length(db, site_id).await?;
        (length, false, matching)
    } else {
        // Rare words make both look at every line: what was found is not looked for again.
        let counted = newest(db, matching).await?;
        let total = Ord::min(counted.len() as u64, COUNTED_MAX);
        let more = counted.len() as u64 > COUNTED_MAX;
        let known = counted
            .into_iter()
            .filter(|sequence| after.is_none_or(|after| *sequence < after));
        let known: Vec<i64> = known
            .take(usize::try_from(limit + 1).unwrap_or(1))
            .collect();
        let page = if more && after.is_some() {
            self::matching(site_id, query, departments)
        } else {
            of_site(site_id).filter(ledger_line::Column::Sequence.is_in(known))
        };
        (total, more, page)
    };
    page = page
        .order_by_desc(ledger_line::Column::Sequence)
        .limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(ledger_line::Column::Sequence.lt(after));
    }
    let mut found = page.all(db).await?;
    let further = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found
        .last()
        .filter(|_| further)
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
    Ok(Page {
        items,
        meta: PageMeta { total, more, next },
    })
}

/// The lines that the filters leave.
#[must_use]
pub fn matching(
    site_id: i64,
    query: &LedgerQuery,
    departments: Option<&[i64]>,
) -> Select<ledger_line::Entity> {
    use ledger_line::Column;
    let mut select = of_site(site_id);
    if let Some(ids) = departments {
        select = select.filter(Column::DepartmentId.is_in(ids.iter().copied()));
    }
    if let Some(act) = query.act {
        select = select.filter(Column::Act.eq(act.key()));
    }
    if let Some(stage) = query.stage {
        select = select.filter(at_stage(stage));
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
        let words = [
            Column::Subject,
            Column::PersonName,
            Column::ColumnPath,
            Column::Note,
        ]
        .into_iter()
        .fold(Condition::any(), |any, column| {
            any.add(Expr::col(column).like(LikeExpr::new(pattern.clone()).escape('\\')))
        });
        select = select.filter(words);
    }
    select
}

/// Lines that keep this stage, and older ones of which the act says it.
fn at_stage(stage: Stage) -> Condition {
    use ledger_line::Column;
    let acts = LedgerAct::ALL
        .into_iter()
        .filter(|act| act.stage() == Some(stage))
        .map(LedgerAct::key);
    let older = Condition::all()
        .add(Column::Stage.is_null())
        .add(Column::Act.is_in(acts));
    Condition::any()
        .add(Column::Stage.eq(stage.number()))
        .add(older)
}

fn is_unfiltered(query: &LedgerQuery) -> bool {
    let LedgerQuery {
        act,
        stage,
        department_id,
        article_id,
        from,
        to,
        q,
        after: _,
        limit: _,
    } = query;
    act.is_none()
        && stage.is_none()
        && department_id.is_none()
        && article_id.is_none()
        && from.is_none()
        && to.is_none()
        && like_pattern(q.as_deref()).is_none()
}

/// The numbers of the newest lines, as many as are counted and one more.
async fn newest<C: ConnectionTrait>(
    db: &C,
    matching: Select<ledger_line::Entity>,
) -> Result<Vec<i64>, DbErr> {
    matching
        .select_only()
        .column(ledger_line::Column::Sequence)
        .order_by_desc(ledger_line::Column::Sequence)
        .limit(COUNTED_MAX + 1)
        .into_tuple()
        .all(db)
        .await
}

fn of_site(site_id: i64) -> Select<ledger_line::Entity> {
    ledger_line::Entity::find().filter(ledger_line::Column::SiteId.eq(site_id))
}

/// The length of the ledger without counting a million lines: the sequence has no gaps.
async fn whole_length<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<u64, DbErr> {
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    Ok(head
        .and_then(|head| u64::try_from(head.sequence).ok())
        .unwrap_or_default())
}
