//! 请求落实审核人: whoever sees that an item waits for nobody asks those who can name somebody.

use chrono::Duration;
use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_api::error::ErrorCode;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;

use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use super::notify::tell;
use super::seen::{answer, line_about, load_seen};
use crate::db::WriteTx;
use crate::entity::ledger_line;
use crate::error::Problem;
use crate::service::empty_stage;
use crate::service::holders::holders;
use crate::session::SignedIn;

/// Tells the security administrators and the coordinators. The item stays as it is.
///
/// # Errors
/// 404, 409 stale, 409 where the stage that is awaited has somebody, or somebody has asked within a
/// day.
pub async fn request_reviewer(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ActOnVersion,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let empty = empty_stage::of_article(write.tx(), &loaded, write.now_utc()).await?;
    let awaited = loaded.state.awaited_stage();
    let Some(stage) = awaited.filter(|stage| empty.contains(stage)) else {
        return Err(Problem::with(
            ErrorCode::Refused,
            "该稿件当前环节已有可以办理的人员，请刷新页面查看。",
        ));
    };
    if asked_lately(write, article_id).await? {
        return Err(Problem::with(
            ErrorCode::Refused,
            "24 小时内已有人请求落实人员，安全管理员和协调人已收到通知。",
        ));
    }
    let site_id = write.site_id();
    let mut people = holders(write.tx(), site_id, Role::SecurityAdministrator, None).await?;
    people.extend(holders(write.tx(), site_id, Role::Coordinator, None).await?);
    people.retain(|id| *id != who.person.id);
    let words = format!("缺少可以{}的{}", stage.label(), stage.role().label());
    let text = format!(
        "{}有稿件等待{}，但{words}，{}请求落实人员。",
        loaded.place.department_name,
        stage.label(),
        who.person.name
    );
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let own = who.actor.posts.first().map(|post| post.role);
    let entry = line_about(who, own.unwrap_or(Role::Officer), &loaded, words);
    write.ledger(LedgerAct::ReviewerRequested, entry).await?;
    answer(write, article_id).await
}

/// Whether it was asked within the last day.
async fn asked_lately(write: &WriteTx, article_id: i64) -> Result<bool, DbErr> {
    let since = write.now_utc() - Duration::days(1);
    let asked = ledger_line::Entity::find()
        .filter(ledger_line::Column::SiteId.eq(write.site_id()))
        .filter(ledger_line::Column::ArticleId.eq(article_id))
        .filter(ledger_line::Column::Act.eq(LedgerAct::ReviewerRequested.key()))
        .filter(ledger_line::Column::At.gt(since))
        .count(write.tx())
        .await?;
    Ok(asked > 0)
}
