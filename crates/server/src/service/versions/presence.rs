//! Which other coordinators have a draft open.

use lanmu_api::presence::PresentPerson;
use lanmu_domain::role::Role;

use super::draft::find;
use crate::db::WriteTx;
use crate::error::Problem;
use crate::service::presence::{self, Place};
use crate::session::SignedIn;

/// Notes that the person has the draft open, or leaves it, and gives the others.
///
/// # Errors
/// 404 where it was put into force, or thrown away.
pub async fn present(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    leaving: bool,
) -> Result<Vec<PresentPerson>, Problem> {
    find(write.tx(), write.site_id(), id).await?;
    let post = who.title(Role::Coordinator, None);
    presence::present(write, who, Place::MatrixDraft(id), post, leaving).await
}
