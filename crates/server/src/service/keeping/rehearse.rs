//! A preview: the change is made, judged and rolled back.

use lanmu_api::preview::PreviewView;

use super::Kept;
use crate::db::WriteTx;
use crate::error::Problem;
use crate::service::freshness::{moved, standings};
use crate::state::AppState;

/// What a change would move on its first day. The change is really made, so that a preview is
/// refused for whatever the change itself would be refused for; nothing stays.
///
/// # Errors
/// Those of the change.
pub async fn rehearse<F>(state: &AppState, site_id: i64, change: F) -> Result<PreviewView, Problem>
where
    F: AsyncFnOnce(&WriteTx) -> Result<Kept, Problem>,
{
    let write = WriteTx::begin_system(state, site_id).await?;
    let kept = change(&write).await?;
    let after = standings(write.tx(), site_id, kept.day, &kept.duties).await?;
    write.roll_back().await?;
    let before = standings(state.db.conn(), site_id, kept.day, &kept.duties).await?;
    Ok(PreviewView {
        day: kept.day,
        moved: moved(&before, &after),
    })
}
