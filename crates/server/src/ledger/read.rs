//! A row of the ledger as the domain knows it.

use lanmu_domain::ledger::LedgerLine;
use lanmu_domain::review::Stage;
use sea_orm::DbErr;

use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::ledger_line;

fn stage(number: i16) -> Result<Stage, DbErr> {
    Stage::from_number(number).ok_or_else(|| DbErr::Type(format!("review stage {number}")))
}

/// The line of a row.
///
/// # Errors
/// An act that this version does not know.
pub fn line_of(row: ledger_line::Model) -> Result<LedgerLine, DbErr> {
    Ok(LedgerLine {
        sequence: row.sequence,
        at: local(row.at),
        act: from_key(&row.act)?,
        person_id: row.person_id,
        person_name: row.person_name,
        post: row.post,
        department_id: row.department_id,
        department_name: row.department_name,
        column_path: row.column_path,
        article_id: row.article_id,
        subject: row.subject,
        revision: row.revision,
        note: row.note,
        kept_stage: row.stage.map(stage).transpose()?,
    })
}
