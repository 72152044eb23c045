//! 调整用语: adding, changing and retiring a term.

use lanmu_api::error::{Conflict, FieldError};
use lanmu_api::secrecy::{KeepTerm, TermView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::secrecy::{TERM_MAX_CHARS, TERM_NOTE_MAX_CHARS, Term, TermProblem};
use lanmu_domain::text::clean_line;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::list::term_view;
use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::term;
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Keeps a new term.
///
/// # Errors
/// 422 with every field that is wrong, also for a term that the list has already.
pub async fn add_term(
    write: &WriteTx,
    who: &SignedIn,
    request: &KeepTerm,
) -> Result<TermView, Problem> {
    let term = cleaned(&request.term)?;
    refuse_double(write, &term, None).await?;
    let row = term::ActiveModel {
        site_id: Set(write.site_id()),
        version: Set(1),
        ..filled(write, who, &term)
    };
    let stored = row.insert(write.tx()).await?;
    line(write, who, &term.wrong, format!("新增。{}", words(&term))).await?;
    Ok(term_view(stored))
}

/// Changes a term that counts.
///
/// # Errors
/// 404, 409 stale, 422 with every field that is wrong.
pub async fn change_term(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &KeepTerm,
) -> Result<TermView, Problem> {
    let kept = kept(write, id).await?;
    if kept.version != request.version {
        return Err(Problem::stale(Conflict {
            version: kept.version.into(),
            changed_by: kept.changed_by_name,
            changed_at: local(kept.changed_at),
            what: "修改了该用语".to_owned(),
        }));
    }
    let term = cleaned(&request.term)?;
    refuse_double(write, &term, Some(id)).await?;
    let before = term_view(kept.clone());
    if before.term == term {
        return Ok(before);
    }
    let row = term::ActiveModel {
        id: Set(id),
        version: Set(kept.version + 1),
        ..filled(write, who, &term)
    };
    let stored = row.update(write.tx()).await?;
    let note = format!("修改前：{}修改后：{}", words(&before.term), words(&term));
    line(write, who, &term.wrong, note).await?;
    Ok(term_view(stored))
}

/// The term no longer counts.
///
/// # Errors
/// 404.
pub async fn retire_term(write: &WriteTx, who: &SignedIn, id: i64) -> Result<(), Problem> {
    let kept = kept(write, id).await?;
    let wrong = kept.wrong.clone();
    let mut row = kept.into_active_model();
    row.retired_at = Set(Some(write.now_utc()));
    row.update(write.tx()).await?;
    line(write, who, &wrong, "停用。".to_owned()).await
}

fn filled(write: &WriteTx, who: &SignedIn, term: &Term) -> term::ActiveModel {
    term::ActiveModel {
        wrong: Set(term.wrong.clone()),
        right_form: Set(term.right.clone()),
        category: Set(term.category.clone()),
        note: Set(term.note.clone()),
        changed_by: Set(who.person.id),
        changed_by_name: Set(who.person.name.clone()),
        changed_at: Set(write.now_utc()),
        ..Default::default()
    }
}

async fn kept(write: &WriteTx, id: i64) -> Result<term::Model, Problem> {
    term::Entity::find_by_id(id)
        .filter(term::Column::SiteId.eq(write.site_id()))
        .filter(term::Column::RetiredAt.is_null())
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)
}

/// One wrong form has one right form.
async fn refuse_double(write: &WriteTx, term: &Term, id: Option<i64>) -> Result<(), Problem> {
    let same = term::Entity::find()
        .filter(term::Column::SiteId.eq(write.site_id()))
        .filter(term::Column::RetiredAt.is_null())
        .filter(term::Column::Wrong.eq(&term.wrong))
        .one(write.tx())
        .await?;
    match same {
        Some(same) if Some(same.id) != id => Err(Problem::invalid_field(
            "wrong",
            "用语库中已有该错误用语，请直接修改原有的一条",
        )),
        _ => Ok(()),
    }
}

fn cleaned(term: &Term) -> Result<Term, Problem> {
    let mut wrong_fields = Vec::new();
    let mut line = |field: &str, label: &str, text: &str, max: usize| {
        clean_line(text, max).unwrap_or_else(|problem| {
            wrong_fields.push(FieldError {
                field: field.to_owned(),
                message: problem.message(label),
            });
            String::new()
        })
    };
    let right = term.right.as_deref().unwrap_or_default();
    let right = line("right", "正确用语", right, TERM_MAX_CHARS);
    let cleaned = Term {
        wrong: line("wrong", "错误用语", &term.wrong, TERM_MAX_CHARS),
        right: (!right.is_empty()).then_some(right),
        category: line("category", "类别", &term.category, TERM_MAX_CHARS),
        note: line("note", "说明", &term.note, TERM_NOTE_MAX_CHARS),
    };
    if wrong_fields.is_empty()
        && let Err(problem) = cleaned.check()
    {
        let field = match problem {
            TermProblem::TooShort => "wrong",
            TermProblem::NothingToChange => "right",
        };
        return Err(Problem::invalid_field(field, problem.message()));
    }
    if wrong_fields.is_empty() {
        Ok(cleaned)
    } else {
        Err(Problem::invalid(wrong_fields))
    }
}

fn words(term: &Term) -> String {
    let right = term.right.as_deref().unwrap_or("（无统一用语）");
    format!(
        "“{}”→“{right}”，{}，{}。",
        term.wrong, term.category, term.note
    )
}

async fn line(write: &WriteTx, who: &SignedIn, subject: &str, note: String) -> Result<(), Problem> {
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: subject.to_owned(),
        note,
        ..Default::default()
    };
    write.ledger(LedgerAct::TermsChanged, entry).await
}
