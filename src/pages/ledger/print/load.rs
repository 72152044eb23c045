//! All lines of a period, page after page.

use lanmu_api::ledger::{LedgerLineView, LedgerQuery};
use lanmu_api::page::LIMIT_MAX;

use crate::api::ClientError;
use crate::api::ledger::ledger;

/// More lines than this are printed from the exported file.
pub const MOST: usize = 3_000;

/// The lines in the order in which they were written, and whether older ones were left out.
///
/// # Errors
/// What the first page that could not be fetched says.
pub async fn all_lines(query: LedgerQuery) -> Result<(Vec<LedgerLineView>, bool), ClientError> {
    let mut lines = Vec::new();
    let mut after = None;
    loop {
        let page = ledger(LedgerQuery {
            after,
            limit: Some(LIMIT_MAX),
            ..query.clone()
        })
        .await?;
        lines.extend(page.items);
        after = page.meta.next;
        if after.is_none() || lines.len() >= MOST {
            break;
        }
    }
    lines.reverse();
    Ok((lines, after.is_some()))
}
