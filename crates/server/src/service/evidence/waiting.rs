//! Attestations that wait for a section head, and who may decide about them.

use lanmu_domain::role::Role;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};

use crate::entity::attestation;
use crate::service::holders::holders;

/// Attestations of a site about which nothing was decided yet.
#[must_use]
pub fn waiting(site_id: i64) -> Condition {
    use attestation::Column as A;
    Condition::all()
        .add(A::SiteId.eq(site_id))
        .add(A::Awaits.eq(true))
        .add(A::Decision.is_null())
}

/// The section heads of a department who may decide about what a person attested: all but that
/// person.
///
/// # Errors
/// The database cannot be reached.
pub async fn confirmers<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    department_id: i64,
    attested_by: Option<i64>,
) -> Result<Vec<i64>, DbErr> {
    let mut heads = holders(db, site_id, Role::SectionHead, Some(department_id)).await?;
    heads.retain(|id| Some(*id) != attested_by);
    Ok(heads)
}
