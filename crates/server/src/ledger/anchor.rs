//! A hash that was filed earlier, against the ledger.

use lanmu_api::ledger::AnchorAnswer;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use crate::clock::local;
use crate::entity::ledger_line;

/// Whether the line with this number has this hash. Case and spaces of what was typed off paper do
/// not matter.
///
/// # Errors
/// The database does not answer.
pub async fn anchor<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    sequence: i64,
    hash: &str,
) -> Result<AnchorAnswer, DbErr> {
    let typed: String = hash.chars().filter(|c| !c.is_whitespace()).collect();
    let line = ledger_line::Entity::find_by_id((site_id, sequence))
        .one(db)
        .await?;
    Ok(AnchorAnswer {
        sequence,
        exists: line.is_some(),
        matches: line
            .as_ref()
            .is_some_and(|line| line.hash.eq_ignore_ascii_case(&typed)),
        at: line.map(|line| local(line.at)),
    })
}
