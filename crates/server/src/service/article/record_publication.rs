//! 登记发布: back-fill address and time. This is the evidence that freshness counts.

use std::collections::BTreeSet;

use lanmu_api::article::{ArticleView, RecordPublication};
use lanmu_domain::freshness::EvidenceDoubt;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, Stage};
use lanmu_domain::role::Role;
use lanmu_domain::text::{ADDRESS_MAX_CHARS, clean_line};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait};

use super::case::LoadedArticle;
use super::correct::replace_corrected;
use super::event_check::events_fit;
use super::notify::tell;
use super::seen::{close, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::clock::moment;
use crate::db::WriteTx;
use crate::entity::{publication, publication_event};
use crate::error::Problem;
use crate::service::holders::holders;
use crate::service::publication::{Timed, check_year, find_doubts, in_words, stored};
use crate::session::SignedIn;

/// Events that one publication may name.
const EVENTS_MAX: usize = 100;

/// Stores the evidence: the released revision is public at this address since this time. A time
/// that cannot be true is stored with its doubts, and counts only once a coordinator accepted it.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the address, the events, or a year that cannot be meant.
pub async fn record_publication(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &RecordPublication,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let url = clean_line(&request.url, ADDRESS_MAX_CHARS)
        .map_err(|problem| Problem::invalid_field("url", problem.message("发布地址")))?;
    let act = Act::RecordPublication { url: url.clone() };
    let outcome = decide_or_refuse(who, &loaded, &act)?;
    check_events(write, &loaded, &request.event_ids).await?;
    check_year(request.published_at)?;
    let doubts = doubts(write, &loaded, request).await?;
    let recorded = publication::ActiveModel {
        site_id: Set(write.site_id()),
        column_id: Set(loaded.article.column_id),
        department_id: Set(loaded.article.department_id),
        article_id: Set(Some(loaded.article.id)),
        revision_hash: Set(Some(loaded.revision.hash.clone())),
        title: Set(loaded.content.title.clone()),
        url: Set(url.clone()),
        published_at: Set(request.published_at.to_utc()),
        recorded_by: Set(Some(who.person.id)),
        recorded_by_name: Set(who.person.name.clone()),
        recorded_at: Set(write.now_utc()),
        withdrawn_at: Set(None),
        doubts: Set(stored(&doubts)),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    link_events(write, &recorded, &request.event_ids).await?;
    let mut row = touched(write, who, &loaded, outcome.state, "登记了发布地址");
    row.live_revision_id = Set(Some(loaded.revision.id));
    let mut note = format!("{url}，发布于{}。", moment(&request.published_at));
    if !doubts.is_empty() {
        note.push_str(&format!("存疑：{}。", in_words(&doubts)));
        tell_coordinators(write, &loaded, &doubts).await?;
    }
    replace_corrected(write, who, &loaded, &url).await?;
    let entry = line_about(who, Role::Officer, &loaded, note);
    close(write, row, (LedgerAct::PublicationRecorded, entry)).await
}

/// What is doubtful about the time that was given.
async fn doubts(
    write: &WriteTx,
    loaded: &LoadedArticle,
    request: &RecordPublication,
) -> Result<Vec<EvidenceDoubt>, Problem> {
    let release = loaded.signatures.iter().find(|s| s.stage == Stage::Release);
    let timed = Timed {
        column_id: loaded.article.column_id,
        department_id: loaded.article.department_id,
        id: None,
        published_at: request.published_at,
        released_at: release
            .map(|release| release.at)
            .or(loaded.emergency.as_ref().map(|release| release.at)),
        recorded_at: write.now(),
    };
    Ok(find_doubts(write.tx(), write.site_id(), &timed).await?)
}

async fn tell_coordinators(
    write: &WriteTx,
    loaded: &LoadedArticle,
    doubts: &[EvidenceDoubt],
) -> Result<(), Problem> {
    let people = holders(write.tx(), write.site_id(), Role::Coordinator, None).await?;
    let text = format!(
        "{}登记的《{}》发布记录存疑（{}），请核实。",
        loaded.place.department_name,
        subject(&loaded.content),
        in_words(doubts)
    );
    Ok(tell(write.tx(), loaded, people, &text, write.now_utc()).await?)
}

async fn check_events(
    write: &WriteTx,
    loaded: &LoadedArticle,
    event_ids: &[i64],
) -> Result<(), Problem> {
    if event_ids.len() > EVENTS_MAX {
        let message = format!("一次最多对应{EVENTS_MAX}个触发事件。");
        return Err(Problem::invalid_field("event_ids", message));
    }
    let column_id = loaded.article.column_id;
    if events_fit(write.tx(), write.site_id(), column_id, event_ids).await? {
        return Ok(());
    }
    Err(Problem::invalid_field(
        "event_ids",
        "所选触发事件已取消，或与本栏目无关，请重新选择。",
    ))
}

async fn link_events(
    write: &WriteTx,
    publication: &publication::Model,
    event_ids: &[i64],
) -> Result<(), Problem> {
    let distinct: BTreeSet<i64> = event_ids.iter().copied().collect();
    if distinct.is_empty() {
        return Ok(());
    }
    let links = distinct
        .into_iter()
        .map(|event_id| publication_event::ActiveModel {
            publication_id: Set(publication.id),
            event_id: Set(event_id),
            column_id: Set(publication.column_id),
            department_id: Set(publication.department_id),
        });
    publication_event::Entity::insert_many(links)
        .exec_without_returning(write.tx())
        .await?;
    Ok(())
}
