//! 说明保留 and 收回说明: why a finding of the secrecy check stays.

use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorCode;
use lanmu_api::secrecy::{FindingView, OverrideFinding, TakeBackOverride};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ActKind, ArticleState};
use lanmu_domain::role::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};

use super::acting::acting;
use super::case::LoadedArticle;
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, touched};
use crate::db::WriteTx;
use crate::entity::finding_override;
use crate::error::Problem;
use crate::session::SignedIn;

/// Writes down why a finding stays; said again, the new reason takes the place of the old one.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason or a finding that is not there.
pub async fn override_finding(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &OverrideFinding,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let reason = clean_words("reason", "保留理由", &request.reason)?;
    let who = &acting(write, who, &loaded, ActKind::OverrideFinding).await?;
    let found = loaded
        .findings
        .iter()
        .find(|found| found.key == request.key);
    let given_by = found.and_then(|found| found.overridden.as_ref());
    let act = Act::OverrideFinding {
        reason: reason.clone(),
        given_by: given_by.map(|said| said.person_id),
    };
    let outcome = decide_or_refuse(who, &loaded, &act)?;
    let found = found.ok_or_else(not_there)?;
    let role = role(&loaded);
    forget(write, article_id, &request.key).await?;
    finding_override::ActiveModel {
        site_id: Set(write.site_id()),
        article_id: Set(article_id),
        finding_key: Set(request.key.clone()),
        reason: Set(reason.clone()),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        on_behalf_of_name: Set(who
            .on_behalf_of
            .as_ref()
            .map(|of| of.principal_name.clone())),
        post: Set(who.title(role, Some(loaded.article.department_id))),
        at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let row = touched(
        write,
        who,
        &loaded,
        outcome.state,
        "说明了保密预检问题的保留理由",
    );
    let note = format!("{}。理由：{reason}", words(found));
    let entry = line_about(who, role, &loaded, note);
    close(write, row, (LedgerAct::FindingOverridden, entry)).await
}

/// Takes back why a finding stays: it is open again.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 where nobody said anything about such a finding.
pub async fn take_back_override(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &TakeBackOverride,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let who = &acting(write, who, &loaded, ActKind::TakeBackOverride).await?;
    let found = loaded
        .findings
        .iter()
        .find(|found| found.key == request.key);
    let said = found.and_then(|found| Some((found, found.overridden.as_ref()?)));
    let act = Act::TakeBackOverride {
        // Where nobody said anything, the role and the state are asked all the same.
        given_by: said.map_or(who.person.id, |(_, said)| said.person_id),
    };
    let outcome = decide_or_refuse(who, &loaded, &act)?;
    let (found, said) = said.ok_or_else(not_there)?;
    forget(write, article_id, &request.key).await?;
    let row = touched(
        write,
        who,
        &loaded,
        outcome.state,
        "收回了保密预检问题的保留理由",
    );
    let note = format!(
        "{}。原理由（{}）：{}",
        words(found),
        said.signed_name(),
        said.reason
    );
    let entry = line_about(who, role(&loaded), &loaded, note);
    close(write, row, (LedgerAct::OverrideTakenBack, entry)).await
}

async fn forget(write: &WriteTx, article_id: i64, key: &str) -> Result<(), Problem> {
    finding_override::Entity::delete_many()
        .filter(finding_override::Column::ArticleId.eq(article_id))
        .filter(finding_override::Column::FindingKey.eq(key))
        .exec(write.tx())
        .await?;
    Ok(())
}

fn not_there() -> Problem {
    Problem::with(
        ErrorCode::Invalid,
        "稿件中已没有该项问题或说明，请刷新页面查看最新内容。",
    )
}

/// Under which role it is said.
fn role(loaded: &LoadedArticle) -> Role {
    match loaded.state.awaited_stage() {
        Some(stage) => stage.role(),
        None if loaded.state == ArticleState::Released => Role::Leader,
        None => Role::Officer,
    }
}

/// What was found, as the ledger may say it: numbers of people masked.
fn words(found: &FindingView) -> String {
    let finding = &found.finding;
    format!(
        "{}，{}：{}",
        finding.field.label(),
        finding.kind.label(),
        finding.shown()
    )
}
