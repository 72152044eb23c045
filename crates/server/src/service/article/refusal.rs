//! Refused acts that matter for the audit leave a line of their own.

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{ActKind, Refusal};
use lanmu_domain::role::Role;

use super::acting::acting;
use super::case::load;
use super::seen::line_about;
use crate::db::WriteTx;
use crate::error::Problem;
use crate::session::SignedIn;
use crate::state::AppState;

/// Writes a line `Refused` if the refusal is one that an auditor looks for: the same person at two
/// stages, an author's own review, and an item that must not become public. The transaction of the
/// refused act must have ended; this is one of its own.
///
/// # Errors
/// The database does not answer.
pub async fn record_refusal(
    state: &AppState,
    who: &SignedIn,
    article_id: i64,
    act: ActKind,
    problem: &Problem,
) -> Result<(), Problem> {
    let kept = problem.refusals().iter().any(|refusal| {
        matches!(
            refusal,
            Refusal::SamePerson
                | Refusal::AuthorCannotReview
                | Refusal::SignedByDelegate
                | Refusal::PrincipalSigned
                | Refusal::PrincipalIsAuthor
                | Refusal::AttributeNotPublishable
        )
    });
    if !kept {
        return Ok(());
    }
    let mut write = WriteTx::begin_system(state, who.person.site_id).await?;
    write.act_as(who.person.id, &who.person.name);
    let Some(loaded) = load(write.tx(), write.site_id(), article_id).await? else {
        return Ok(());
    };
    let who = &acting(&write, who, &loaded, act).await?;
    let reasons: String = problem
        .refusals()
        .iter()
        .map(|refusal| refusal.message())
        .collect();
    let role = role_asked(act, loaded.state.awaited_stage().map(|stage| stage.role()));
    let entry = line_about(
        who,
        role,
        &loaded,
        format!("{}被拒绝：{reasons}", act.label()),
    );
    write.ledger(LedgerAct::Refused, entry).await?;
    write.finish().await
}

/// The role under which the act was tried, for the title in the line.
fn role_asked(act: ActKind, awaited: Option<Role>) -> Role {
    match (act, awaited) {
        (
            ActKind::Approve
            | ActKind::Return
            | ActKind::OverrideFinding
            | ActKind::TakeBackOverride,
            Some(role),
        ) => role,
        (ActKind::Withdraw, _) => Role::Leader,
        _ => Role::Officer,
    }
}
