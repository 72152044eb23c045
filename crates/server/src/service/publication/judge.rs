//! 认定: a coordinator finds out whether a doubtful publication is right.

use lanmu_api::error::Conflict;
use lanmu_api::publication::{GiveVerdict, PublicationRow};
use lanmu_domain::freshness::EvidenceVerdict;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::find::{answer, clean_note, line_about, open_publication, refused};
use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::{ledger_line, publication};
use crate::error::Problem;
use crate::service::holders::holders;
use crate::service::notify::{About, tell};
use crate::session::SignedIn;

/// Stores the verdict of a person who keeps the matrix. Accepted, the publication counts from now
/// on; rejected, it never does.
///
/// # Errors
/// 404, 422 for the note, 409 where nothing is open, where the person recorded it, or where its
/// time was corrected since the person looked.
pub async fn judge(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &GiveVerdict,
) -> Result<PublicationRow, Problem> {
    let found = open_publication(write, who, id).await?;
    if recorded_by(write, &found, who.person.id).await? {
        return Err(refused(
            "该发布记录由您本人登记或更正，须由其他协调人认定。",
        ));
    }
    let note = clean_note(&request.note, "认定说明")?;
    if request
        .published_at
        .is_some_and(|seen| seen.to_utc() != found.published_at)
    {
        return Err(Problem::stale(Conflict {
            version: 0,
            changed_by: found.recorded_by_name,
            changed_at: local(found.recorded_at),
            what: "登记的发布时间已更正".to_owned(),
        }));
    }
    let (verdict, act) = if request.accepted {
        (EvidenceVerdict::Accepted, LedgerAct::EvidenceAccepted)
    } else {
        (EvidenceVerdict::Rejected, LedgerAct::EvidenceRejected)
    };
    let row = publication::ActiveModel {
        id: Unchanged(found.id),
        verdict: Set(Some(verdict.key().to_owned())),
        verdict_note: Set(Some(note.clone())),
        verdict_by: Set(Some(who.person.id)),
        verdict_by_name: Set(Some(who.person.name.clone())),
        verdict_at: Set(Some(write.now_utc())),
        ..Default::default()
    };
    let stored = row.update(write.tx()).await?;
    tell_concerned(write, who, &stored, verdict, &note).await?;
    let post = who.title(Role::Coordinator, None);
    let line = line_about(write, &stored, post, note).await?;
    write.ledger(act, line).await?;
    answer(write, stored).await
}

/// Whether the person recorded it, or corrected it at any time; the ledger knows.
async fn recorded_by(
    write: &WriteTx,
    publication: &publication::Model,
    person_id: i64,
) -> Result<bool, Problem> {
    if publication.recorded_by == Some(person_id) {
        return Ok(true);
    }
    let Some(article_id) = publication.article_id else {
        return Ok(false);
    };
    let lines = ledger_line::Entity::find()
        .filter(ledger_line::Column::SiteId.eq(write.site_id()))
        .filter(ledger_line::Column::ArticleId.eq(article_id))
        .filter(ledger_line::Column::Act.eq(LedgerAct::PublicationRecorded.key()))
        .filter(ledger_line::Column::PersonId.eq(person_id));
    Ok(lines.count(write.tx()).await? > 0)
}

/// The officer who recorded it and the people of the department.
async fn tell_concerned(
    write: &WriteTx,
    who: &SignedIn,
    publication: &publication::Model,
    verdict: EvidenceVerdict,
    note: &str,
) -> Result<(), Problem> {
    let (db, site_id) = (write.tx(), write.site_id());
    let mut people: Vec<i64> = publication.recorded_by.into_iter().collect();
    for role in [Role::Officer, Role::SectionHead, Role::Leader] {
        people.extend(holders(db, site_id, role, Some(publication.department_id)).await?);
    }
    people.retain(|id| *id != who.person.id);
    let follows = match verdict {
        EvidenceVerdict::Accepted => "已计入栏目更新",
        EvidenceVerdict::Rejected => "不计入栏目更新",
    };
    let text = format!(
        "《{}》的存疑发布记录已{}，{follows}。认定说明：{note}",
        publication.title,
        verdict.label()
    );
    let about = About {
        site_id,
        article_id: publication.article_id,
        at: write.now_utc(),
    };
    Ok(tell(db, about, people, &text).await?)
}
