//! The act: all of it or nothing.

use std::collections::BTreeSet;

use lanmu_api::error::{ErrorCode, FieldError};
use lanmu_api::handover::{HandOver, HandedOver};
use lanmu_api::person::GrantPost;
use lanmu_domain::article::REASON_MAX_CHARS;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::{Waiting, left_out};
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::find::{Holding, holdings, person_of};
use super::{delegations, items, rosters};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{article, person};
use crate::error::Problem;
use crate::service::article::place_of;
use crate::service::notify::{self, About};
use crate::service::{people, post_for};
use crate::session::SignedIn;

/// Hands posts over to a successor, and with them what belongs to them.
///
/// # Errors
/// 403 for who does not grant posts, 404 for nobody of the site, 422 with every field that is wrong,
/// 409 where a post cannot be granted or what the successor cannot sign is not what was shown.
pub async fn hand_over(
    write: &WriteTx,
    who: &SignedIn,
    person_id: i64,
    request: &HandOver,
) -> Result<HandedOver, Problem> {
    who.need(Permission::GrantPosts)?;
    let leaving = person_of(write.tx(), write.site_id(), person_id).await?;
    let held = holdings(write.tx(), person_id).await?;
    let (successor, reason) = checked(write, &leaving, &held, request).await?;
    let (gone, left): (Vec<Holding>, Vec<Holding>) = held
        .into_iter()
        .partition(|held| request.post_ids.contains(&held.id));
    let waiting: Vec<Waiting> = items::waiting(write.tx(), &gone)
        .await?
        .into_iter()
        .map(|found| found.waiting)
        .collect();
    let out: BTreeSet<i64> = left_out(&waiting, successor.id).into_iter().collect();
    if out != request.left_out.iter().copied().collect() {
        let message = "接手人不能签署的稿件有变化，请重新选择接手人并核对。";
        return Err(Problem::with(ErrorCode::Stale, message));
    }
    let begun = items::begun(write.tx(), person_id, &gone).await?;
    for post in &gone {
        move_post(write, who, (person_id, successor.id), post).await?;
    }
    let mut answer = HandedOver {
        posts: gone.len(),
        drafts: begun.len(),
        waiting: waiting.len() - out.len(),
        left_out: out.len(),
        ..Default::default()
    };
    for item in begun {
        move_item(write, who, (&leaving, &successor), item).await?;
    }
    let pair = (person_id, &successor);
    let ends = format!("工作交接：{reason}");
    (answer.delegations_moved, answer.delegations_ended) =
        delegations::settle(write, who, pair, (&gone, &left), &ends).await?;
    answer.entries = rosters::settle(write, who, pair, &left).await?;
    conclude(
        write,
        who,
        (&leaving, &successor),
        (&gone, &answer),
        &reason,
    )
    .await?;
    Ok(answer)
}

async fn checked(
    write: &WriteTx,
    leaving: &person::Model,
    held: &[Holding],
    request: &HandOver,
) -> Result<(person::Model, String), Problem> {
    let mut wrong = Vec::new();
    let mut say = |field: &str, message: &str| {
        wrong.push(FieldError {
            field: field.to_owned(),
            message: message.to_owned(),
        });
    };
    let successor = person_of(write.tx(), write.site_id(), request.successor_id)
        .await
        .ok()
        .filter(|found| found.active && found.id != leaving.id);
    if successor.is_none() {
        say("successor_id", "请选择账号正常的接手人。");
    }
    let known = |id: &i64| held.iter().any(|held| held.id == *id);
    if request.post_ids.is_empty() || !request.post_ids.iter().all(known) {
        say(
            "post_ids",
            "请选择要移交的岗位；岗位有变动的，请刷新后重选。",
        );
    }
    let reason = clean_block(&request.reason, REASON_MAX_CHARS);
    match &reason {
        Ok(reason) if is_blank(reason) => say("reason", "请填写交接原因。"),
        Ok(_) => {}
        Err(problem) => say("reason", &problem.message("交接原因")),
    }
    match (successor, reason) {
        (Some(successor), Ok(reason)) if wrong.is_empty() => Ok((successor, reason)),
        _ => Err(Problem::invalid(wrong)),
    }
}

/// The successor gets the post before the person loses it: at no moment is the stage without
/// anybody.
async fn move_post(
    write: &WriteTx,
    who: &SignedIn,
    (from, to): (i64, i64),
    post: &Holding,
) -> Result<(), Problem> {
    if !people::holds(write, to, post.role, post.department_id).await? {
        let grant = GrantPost {
            role: post.role,
            department_id: post.department_id,
            title: post.title.clone(),
        };
        people::grant_post(write, &who.actor, to, &grant).await?;
    }
    people::end_post(write, &who.actor, from, post.id).await
}

/// Who answers for an item that is not done; what was signed stays as it was signed.
async fn move_item(
    write: &WriteTx,
    who: &SignedIn,
    (leaving, successor): (&person::Model, &person::Model),
    item: article::Model,
) -> Result<(), Problem> {
    let place = place_of(write.tx(), item.department_id, item.column_id).await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, Some(item.department_id)),
        department_id: Some(item.department_id),
        column_path: place.column_text(),
        department_name: place.department_name,
        article_id: Some(item.id),
        subject: item.title.clone(),
        note: format!("由{}移交{}。", leaving.name, successor.name),
        ..Default::default()
    };
    let mut moved = item.into_active_model();
    moved.created_by = Set(successor.id);
    moved.created_by_name = Set(successor.name.clone());
    moved.update(write.tx()).await?;
    write.ledger(LedgerAct::HandedOver, entry).await
}

async fn conclude(
    write: &WriteTx,
    who: &SignedIn,
    (leaving, successor): (&person::Model, &person::Model),
    (gone, answer): (&[Holding], &HandedOver),
    reason: &str,
) -> Result<(), Problem> {
    let titles: Vec<&str> = gone.iter().map(|held| held.title.as_str()).collect();
    let titles = titles.join("、");
    let places: BTreeSet<i64> = gone.iter().filter_map(|held| held.department_id).collect();
    let place = match (places.first(), places.len()) {
        (Some(id), 1) => Some(*id),
        _ => None,
    };
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        department_id: place,
        department_name: match place {
            Some(id) => place_of(write.tx(), id, 0).await?.department_name,
            None => String::new(),
        },
        subject: format!("{}移交{}", leaving.name, successor.name),
        note: format!(
            "岗位：{titles}；在办稿件 {} 件，待审 {} 件，另由他人审核 {} 件，委托转移 {} 项、终止 {} 项，工作机构表 {} 条。原因：{reason}",
            answer.drafts,
            answer.waiting,
            answer.left_out,
            answer.delegations_moved,
            answer.delegations_ended,
            answer.entries
        ),
        ..Default::default()
    };
    write.ledger(LedgerAct::HandedOver, entry).await?;
    let about = About {
        site_id: write.site_id(),
        article_id: None,
        at: write.now_utc(),
    };
    let text = format!("{}的岗位（{titles}）及在办事项已移交给您。", leaving.name);
    notify::tell(write.tx(), about, [successor.id], &text).await?;
    let text = format!("您的岗位（{titles}）及在办事项已移交给{}。", successor.name);
    notify::tell(write.tx(), about, [leaving.id], &text).await?;
    Ok(())
}
