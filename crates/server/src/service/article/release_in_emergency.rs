//! 紧急发布: the leader releases an item past the reviews that are still to come.

use lanmu_api::article::ArticleView;
use lanmu_api::emergency::ReleaseInEmergency;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, Stage, emergency_due};
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;

use super::acting::acting;
use super::case::LoadedArticle;
use super::notify::tell;
use super::opinions::{end_review, others_involved};
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::db::WriteTx;
use crate::entity::emergency_release;
use crate::error::Problem;
use crate::service::freshness::figures;
use crate::service::holders::holders;
use crate::session::SignedIn;

/// Releases the current revision. Whoever can review it afterwards is told.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason.
pub async fn release_in_emergency(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &ReleaseInEmergency,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let reason = clean_words("reason", "紧急发布理由", &request.reason)?;
    let act = Act::EmergencyRelease {
        revision: request.revision.clone(),
        reason: reason.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    let hours = figures(write.tx(), write.site_id())
        .await?
        .on(write.now().date_naive())
        .emergency_review_hours;
    let due = emergency_due(write.now(), hours);
    let first = loaded.signatures.iter().find(|s| s.stage == Stage::First);
    emergency_release::ActiveModel {
        site_id: Set(write.site_id()),
        article_id: Set(article_id),
        department_id: Set(loaded.article.department_id),
        column_id: Set(loaded.article.column_id),
        title: Set(loaded.content.title.clone()),
        revision_hash: Set(loaded.revision.hash.clone()),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        post: Set(who.title(Role::Leader, Some(loaded.article.department_id))),
        submitter_id: Set(first.map(|signature| signature.person_id)),
        reason: Set(reason.clone()),
        at: Set(write.now_utc()),
        due_at: Set(due.to_utc()),
        void: Set(false),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    end_review(write, &loaded, super::outcome::EMERGENCY).await?;
    tell_reviewers(write, who, &loaded, hours).await?;
    let mut row = touched(write, who, &loaded, decided.state, "紧急发布了稿件");
    row.emergency = Set(true);
    let entry = line_about(who, Role::Leader, &loaded, reason);
    close(write, row, (LedgerAct::EmergencyReleased, entry)).await
}

/// Those who can review it, and those who wrote and signed it.
async fn tell_reviewers(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    hours: u16,
) -> Result<(), Problem> {
    let (db, site_id) = (write.tx(), write.site_id());
    let department_id = Some(loaded.article.department_id);
    let title = subject(&loaded.content);
    let involved = others_involved(loaded, who);
    let mut reviewers = holders(db, site_id, Role::SectionHead, department_id).await?;
    reviewers.extend(holders(db, site_id, Role::Leader, department_id).await?);
    reviewers.extend(holders(db, site_id, Role::Coordinator, None).await?);
    let first = loaded.signatures.iter().find(|s| s.stage == Stage::First);
    reviewers.retain(|id| {
        *id != who.person.id
            && *id != loaded.revision.author_id
            && first.is_none_or(|signature| signature.person_id != *id)
    });
    let text = format!(
        "{}的稿件《{title}》已由{}紧急发布，请在{hours}小时内完成事后审核。",
        loaded.place.department_name, who.person.name
    );
    let others = involved.into_iter().filter(|id| !reviewers.contains(id));
    let told = format!(
        "稿件《{title}》已由{}紧急发布，请发布后登记发布地址和时间。",
        who.person.name
    );
    tell(
        db,
        loaded,
        others.collect::<Vec<_>>(),
        &told,
        write.now_utc(),
    )
    .await?;
    Ok(tell(db, loaded, reviewers, &text, write.now_utc()).await?)
}
