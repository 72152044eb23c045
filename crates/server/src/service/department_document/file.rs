//! 上传: a document is filed, its file inspected and cleaned as attachments are.

use chrono::NaiveDate;
use lanmu_api::error::{ErrorCode, FieldError};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::roster::{DOCUMENT_TITLE_MAX_CHARS, DocumentKind};
use lanmu_domain::text::day::plain_day;
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{department, department_document};
use crate::error::Problem;
use crate::service::attachment::{Inspected, keep_bytes};
use crate::service::{post_for, roster, roster_collection};
use crate::session::SignedIn;

/// What is filed.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    /// Which document.
    pub kind: DocumentKind,
    /// Its title.
    pub title: &'a str,
    /// Its date.
    pub day: NaiveDate,
    /// The name of the file.
    pub file_name: &'a str,
}

/// Files a department's rules or duty list. Gives its id.
///
/// # Errors
/// 404, 403 for another department, 422 with every field that is wrong.
pub async fn file(
    write: &WriteTx,
    who: &SignedIn,
    department_id: i64,
    filing: Filing<'_>,
    found: Inspected,
) -> Result<i64, Problem> {
    let department = roster::department_of(write.tx(), write.site_id(), department_id).await?;
    if !roster::may_keep(who, department_id) {
        return Err(Problem::not_allowed());
    }
    if !DocumentKind::OWN.contains(&filing.kind) {
        let message = "盖章扫描件请在报送记录中上传。";
        return Err(Problem::invalid_field("kind", message));
    }
    let mut wrong = Vec::new();
    let mut say = |field: &str, message: String| {
        wrong.push(FieldError {
            field: field.to_owned(),
            message,
        });
    };
    let title = clean_line(filing.title, DOCUMENT_TITLE_MAX_CHARS);
    match &title {
        Ok(title) if is_blank(title) => say("title", "请填写文件名称。".to_owned()),
        Ok(_) => {}
        Err(problem) => say("title", format!("{}。", problem.message("文件名称"))),
    }
    if filing.day > write.now().date_naive() {
        say("day", "文件日期不能晚于今天。".to_owned());
    }
    if !wrong.is_empty() {
        return Err(Problem::invalid(wrong));
    }
    let title = title.unwrap_or_default();
    let filing = Filing {
        title: &title,
        ..filing
    };
    store(write, who, &department, (filing, None), found).await
}

/// Files the sealed form of a hand-in. Gives its id.
///
/// # Errors
/// 404, 403 for another department, 409 for a hand-in that another one replaced, 422 for a file that
/// is no scan.
pub async fn file_scan(
    write: &WriteTx,
    who: &SignedIn,
    hand_in_id: i64,
    file_name: &str,
    found: Inspected,
) -> Result<i64, Problem> {
    let hand_in = roster_collection::hand_in_of(write.tx(), write.site_id(), hand_in_id).await?;
    if !roster::may_keep(who, hand_in.department_id) {
        return Err(Problem::not_allowed());
    }
    let kind = DocumentKind::SealedForm;
    if !kind.takes(found.kind) {
        let message = "盖章扫描件须为 PDF、JPG 或 PNG 文件。";
        return Err(Problem::invalid_field("file", message));
    }
    let own = roster_collection::hand_ins(write.tx(), hand_in.department_id).await?;
    if !own.iter().any(|one| one.id == hand_in_id && one.may_seal) {
        let message = "该次报送已有新的报送代替，请在最新的报送记录中上传。";
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let department =
        roster::department_of(write.tx(), write.site_id(), hand_in.department_id).await?;
    let title = format!(
        "工作机构表盖章扫描件（{}报送）",
        plain_day(local(hand_in.at).date_naive())
    );
    let filing = Filing {
        kind,
        title: &title,
        day: write.now().date_naive(),
        file_name,
    };
    store(write, who, &department, (filing, Some(hand_in_id)), found).await
}

async fn store(
    write: &WriteTx,
    who: &SignedIn,
    department: &department::Model,
    (filing, hand_in_id): (Filing<'_>, Option<i64>),
    found: Inspected,
) -> Result<i64, Problem> {
    let file_kind = found.kind;
    let (attachment_id, hash) = keep_bytes(write, found).await?;
    let row = department_document::ActiveModel {
        site_id: Set(write.site_id()),
        department_id: Set(department.id),
        kind: Set(filing.kind.key().to_owned()),
        hand_in_id: Set(hand_in_id),
        title: Set(filing.title.to_owned()),
        day: Set(filing.day),
        file_name: Set(filing.file_name.to_owned()),
        attachment_id: Set(attachment_id),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        at: Set(write.now_utc()),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let entry = LedgerEntry {
        post: post_for(&who.actor, Some(department.id)),
        department_id: Some(department.id),
        department_name: department.name.clone(),
        subject: filing.title.to_owned(),
        revision: hash,
        note: format!("{}，{}。", filing.kind.label(), file_kind.label()),
        ..Default::default()
    };
    write.ledger(LedgerAct::DocumentFiled, entry).await?;
    Ok(id)
}
