//! 生效: a draft becomes a version, in force at once or planned for its day.

use chrono::NaiveDate;
use lanmu_api::error::{Conflict, ErrorCode, FieldError};
use lanmu_api::matrix_draft::{ChangeProblem, Decided, PutInForce, VersionState};
use lanmu_domain::annex::AnnexLine;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::matrix_change::{KeyedChange, in_words};
use lanmu_domain::text::day::long_day;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel,
    ModelTrait, QueryFilter, QuerySelect,
};

use super::apply::{Head, apply};
use super::draft::{changes_of, find, seen};
use super::names::DraftNames;
use super::overlaps::overlaps;
use super::rehearse::rehearse;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::to_key;
use crate::entity::{matrix_draft, matrix_version};
use crate::error::Problem;
use crate::service::annex::lines_on;
use crate::service::keeping::{Wrong, sentence};
use crate::service::post_for;
use crate::session::SignedIn;
use crate::state::AppState;

/// Whether the draft can be put into force, and the table that it makes. To be asked before the
/// write begins: SQLite has one writer.
///
/// # Errors
/// 404, 409 where somebody changed it since, 422 naming every change that cannot be done.
pub async fn ready(
    state: &AppState,
    who: &SignedIn,
    id: i64,
    version: i64,
) -> Result<Vec<AnnexLine>, Problem> {
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    find(db, site_id, id).await?;
    let draft = seen(db, site_id, id, version).await?;
    let changes = changes_of(&draft)?;
    let day = check(&draft, &changes, state.clock.today())?;
    let head = (draft.reason.as_str(), draft.document_number.as_str());
    let rehearsed = rehearse(state, who, head, &changes, day).await?;
    refuse(&rehearsed.applied.problems)?;
    Ok(rehearsed.lines)
}

/// Makes the version; what is for today is done at once.
///
/// # Errors
/// As [`ready`]; 409 where the matrix was changed at the same place since the person looked.
pub async fn decide(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &PutInForce,
    lines: &[AnnexLine],
) -> Result<Decided, Problem> {
    let (tx, site_id, today) = (write.tx(), write.site_id(), write.day());
    let draft = seen(tx, site_id, id, request.version).await?;
    let changes = changes_of(&draft)?;
    let day = check(&draft, &changes, today)?;
    refuse_unseen(write, &draft, &changes, request.seen).await?;
    let state = if day > today {
        VersionState::Planned
    } else {
        VersionState::InForce
    };
    let names = DraftNames::load(tx, site_id, &changes).await?;
    let words = changes.iter().map(|keyed| in_words(&keyed.change, &names));
    let words: Vec<String> = words.collect();
    let number = next_number(write).await?;
    let row = matrix_version::ActiveModel {
        site_id: Set(site_id),
        number: Set(number),
        effective_from: Set(day),
        reason: Set(draft.reason.clone()),
        created_at: Set(write.now_utc()),
        state: Set(to_key(&state)),
        document_number: Set(draft.document_number.clone()),
        changes: Set(Some(draft.changes.clone())),
        words: Set(Some(
            serde_json::to_value(&words).map_err(Problem::internal)?,
        )),
        lines: Set(Some(
            serde_json::to_value(lines).map_err(Problem::internal)?,
        )),
        decided_by_id: Set(Some(who.person.id)),
        decided_by_name: Set(who.person.name.clone()),
        note: Set(String::new()),
        ..Default::default()
    };
    let row = row.insert(tx).await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: format!("责任表第{number}版"),
        note: format!(
            "自{}起生效。原因：{}。调整：{}。",
            long_day(day),
            sentence(&draft.reason),
            words.join("；")
        ),
        ..Default::default()
    };
    write.ledger(LedgerAct::MatrixDecided, entry).await?;
    if state == VersionState::InForce {
        come_into_force(write, who, row, &changes).await?;
    }
    draft.delete(tx).await?;
    Ok(Decided {
        number,
        effective_from: day,
        state,
    })
}

/// Does the changes of a version for the day of the write, and keeps the table as it then is.
///
/// # Errors
/// 422 naming every change that cannot be done; then nothing must be committed.
pub(super) async fn come_into_force(
    write: &WriteTx,
    who: &SignedIn,
    row: matrix_version::Model,
    changes: &[KeyedChange],
) -> Result<(), Problem> {
    let head = Head {
        version_id: row.id,
        reason: row.reason.clone(),
        document_number: row.document_number.clone(),
    };
    keep_former(write).await?;
    let applied = apply(write, who, &head, changes).await?;
    refuse(&applied.problems)?;
    let lines = lines_on(write.tx(), write.site_id(), write.day()).await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: format!("责任表第{}版", row.number),
        note: format!(
            "由{}确定，共{}项调整，自{}起执行。{}",
            row.decided_by_name,
            changes.len(),
            long_day(row.effective_from),
            applied.notes.concat()
        ),
        ..Default::default()
    };
    let mut stored = row.into_active_model();
    stored.state = Set(to_key(&VersionState::InForce));
    stored.lines = Set(Some(
        serde_json::to_value(lines).map_err(Problem::internal)?,
    ));
    stored.update(write.tx()).await?;
    write.ledger(LedgerAct::MatrixInForce, entry).await
}

/// The first version came without its table: it is kept before anything changes the order of rows.
async fn keep_former(write: &WriteTx) -> Result<(), Problem> {
    let rows = matrix_version::Entity::find()
        .filter(matrix_version::Column::SiteId.eq(write.site_id()))
        .filter(matrix_version::Column::Lines.is_null())
        .all(write.tx())
        .await?;
    for row in rows {
        let lines = lines_on(write.tx(), write.site_id(), row.effective_from).await?;
        let mut stored = row.into_active_model();
        stored.lines = Set(Some(
            serde_json::to_value(lines).map_err(Problem::internal)?,
        ));
        stored.update(write.tx()).await?;
    }
    Ok(())
}

fn check(
    draft: &matrix_draft::Model,
    changes: &[KeyedChange],
    today: NaiveDate,
) -> Result<NaiveDate, Problem> {
    let mut wrong = Wrong::default();
    match draft.effective_from {
        Some(day) => wrong.check_day("effective_from", day, today),
        None => wrong.add("effective_from", "请填写生效日期。"),
    }
    if changes.is_empty() {
        wrong.add("changes", "草案没有任何调整，与现行责任表相同，无须生效。");
    }
    wrong.none()?;
    Ok(draft.effective_from.unwrap_or(today))
}

fn refuse(problems: &[ChangeProblem]) -> Result<(), Problem> {
    if problems.is_empty() {
        return Ok(());
    }
    let fields = problems.iter().map(|problem| {
        let ChangeProblem { number, field, .. } = problem;
        let dot = if field.is_empty() { "" } else { "." };
        FieldError {
            field: format!("changes.{number}{dot}{field}"),
            message: format!("第{number}项调整：{}", problem.message),
        }
    });
    Err(Problem::invalid(fields.collect()))
}

async fn refuse_unseen(
    write: &WriteTx,
    draft: &matrix_draft::Model,
    changes: &[KeyedChange],
    looked: i64,
) -> Result<(), Problem> {
    let after = std::cmp::max(looked, draft.base_sequence);
    let unseen = overlaps(write.tx(), write.site_id(), changes, after).await?;
    let Some((_, last)) = unseen.into_iter().next_back() else {
        return Ok(());
    };
    Err(Problem::stale(Conflict {
        version: draft.version,
        changed_by: last.changed_by,
        changed_at: last.changed_at,
        what: format!("对“{}”作了改动（{}）", last.subject, last.what),
    }))
}

async fn next_number(write: &WriteTx) -> Result<i64, Problem> {
    let last: Option<Option<i64>> = matrix_version::Entity::find()
        .select_only()
        .column_as(Expr::col(matrix_version::Column::Number).max(), "last")
        .filter(matrix_version::Column::SiteId.eq(write.site_id()))
        .into_tuple()
        .one(write.tx())
        .await?;
    match last.flatten() {
        Some(last) => Ok(last + 1),
        None => {
            let message = "站点还没有责任表，不能调整。";
            Err(Problem::with(ErrorCode::Refused, message))
        }
    }
}
