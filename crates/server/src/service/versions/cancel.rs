//! 撤销: a planned version does not come.

use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::{CancelVersion, VersionState};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::day::long_day;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::table::find;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::{from_key, to_key};
use crate::error::Problem;
use crate::service::keeping::{Wrong, sentence};
use crate::service::post_for;
use crate::session::SignedIn;

/// Marks the version as cancelled.
///
/// # Errors
/// 404, 409 for one that is in force or was cancelled, 422 without a reason.
pub async fn cancel(
    write: &WriteTx,
    who: &SignedIn,
    number: i64,
    request: &CancelVersion,
) -> Result<(), Problem> {
    let row = find(write.tx(), write.site_id(), number).await?;
    let mut wrong = Wrong::default();
    let reason = wrong.words("reason", "撤销原因", &request.reason);
    wrong.none()?;
    let state: VersionState = from_key(&row.state)?;
    let against = match state {
        VersionState::Planned => None,
        VersionState::InForce => Some(format!(
            "责任表第{number}版自{}起已经生效，不能撤销；需要改变的，请拟定新的调整。",
            long_day(row.effective_from)
        )),
        VersionState::Cancelled | VersionState::Failed => {
            Some(format!("责任表第{number}版{}，无须撤销。", state.label()))
        }
    };
    if let Some(message) = against {
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: format!("责任表第{number}版"),
        note: format!(
            "原定自{}起生效，现予撤销。原因：{}。",
            long_day(row.effective_from),
            sentence(&reason)
        ),
        ..Default::default()
    };
    let mut cancelled = row.into_active_model();
    cancelled.state = Set(to_key(&VersionState::Cancelled));
    cancelled.note = Set(reason);
    cancelled.update(write.tx()).await?;
    write.ledger(LedgerAct::MatrixCancelled, entry).await
}
