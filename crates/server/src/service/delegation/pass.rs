//! A delegation goes on to somebody else when the delegate hands the post over.

use lanmu_domain::delegation::{By, Plan, Span, check};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Post;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::create::{held, others, tell_created};
use super::line::entry;
use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::{delegation, person};
use crate::error::Problem;
use crate::session::{SignedIn, posts_of};

/// Makes what is left of an ended delegation anew for somebody else. `false` where the rules for
/// delegations speak against it; then nothing is made, and the principal was told of the end.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn pass_to(
    write: &WriteTx,
    who: &SignedIn,
    row: &delegation::Model,
    delegate: &person::Model,
    reason: &str,
) -> Result<bool, Problem> {
    let delegate_posts: Vec<Post> = posts_of(write.tx(), delegate.id)
        .await?
        .into_iter()
        .map(|view| view.post)
        .collect();
    let span = Span {
        from: local(row.starts_at).max(write.now()),
        until: local(row.ends_at),
    };
    let others = others(write, [row.principal_id, delegate.id]).await?;
    let held = held(write, row.principal_id, row.post_id).await?;
    let plan = Plan {
        now: write.now(),
        by: By::Administrator(who.person.id),
        principal_id: row.principal_id,
        post: held.as_ref().map(|(own, _)| *own),
        delegate_id: delegate.id,
        delegate_posts: &delegate_posts,
        span,
        others: &others,
    };
    if check(&plan).is_err() {
        return Ok(false);
    }
    let next = delegation::ActiveModel {
        site_id: Set(row.site_id),
        principal_id: Set(row.principal_id),
        principal_name: Set(row.principal_name.clone()),
        delegate_id: Set(delegate.id),
        delegate_name: Set(delegate.name.clone()),
        post_id: Set(row.post_id),
        role: Set(row.role.clone()),
        department_id: Set(row.department_id),
        title: Set(row.title.clone()),
        starts_at: Set(span.from.to_utc()),
        ends_at: Set(row.ends_at),
        reason: Set(row.reason.clone()),
        created_by: Set(who.person.id),
        created_by_name: Set(who.person.name.clone()),
        created_at: Set(write.now_utc()),
        end_told: Set(false),
        ..Default::default()
    };
    let stored = next.insert(write.tx()).await?;
    tell_created(write, who, &stored).await?;
    let entry = entry(write, who, &stored, reason).await?;
    write.ledger(LedgerAct::DelegationCreated, entry).await?;
    Ok(true)
}
