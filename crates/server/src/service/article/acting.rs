//! In whose name an act of a reviewer is done, asked at the moment of the act.

use lanmu_api::error::ErrorCode;
use lanmu_domain::review::{ActKind, stands_in};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::case::LoadedArticle;
use crate::db::WriteTx;
use crate::entity::person;
use crate::error::Problem;
use crate::session::SignedIn;

/// The person with what is held and delegated inside this transaction, and for whom the act is
/// done. A post or a delegation that ended while the request was under way gives nothing.
///
/// # Errors
/// 401 for an account that was closed meanwhile.
pub(super) async fn acting(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    act: ActKind,
) -> Result<SignedIn, Problem> {
    let person = person::Entity::find_by_id(who.person.id)
        .filter(person::Column::Active.eq(true))
        .one(write.tx())
        .await?
        .ok_or_else(|| Problem::new(ErrorCode::NotSignedIn))?;
    let mut who = SignedIn::load(write.tx(), person, write.now_utc()).await?;
    who.on_behalf_of = stands_in(&loaded.case(), &who.actor, act).cloned();
    Ok(who)
}
