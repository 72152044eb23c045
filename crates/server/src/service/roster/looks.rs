//! A look at the numbers of another department is a line in the ledger.

use lanmu_domain::ledger::LedgerAct;

use super::access::is_own;
use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;
use crate::state::AppState;

/// Writes down that the person looks at the numbers of these departments; the own ones leave no
/// line. To be called before anything is handed out: what cannot be written down is not shown.
///
/// # Errors
/// The database does not answer.
pub async fn record_looks(
    state: &AppState,
    who: &SignedIn,
    departments: &[(i64, String)],
    how: &str,
) -> Result<(), Problem> {
    let others: Vec<&(i64, String)> = departments
        .iter()
        .filter(|(id, _)| !is_own(who, *id))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    // No answer is kept for retries, since numbers would lie in it: a retry is another look.
    let mut write = WriteTx::begin_system(state, who.person.site_id).await?;
    write.act_as(who.person.id, &who.person.name);
    for (id, name) in others {
        let entry = LedgerEntry {
            post: post_for(&who.actor, Some(*id)),
            department_id: Some(*id),
            department_name: name.clone(),
            subject: "工作机构表联系方式".to_owned(),
            note: how.to_owned(),
            ..Default::default()
        };
        write.ledger(LedgerAct::NumbersSeen, entry).await?;
    }
    write.finish().await
}
