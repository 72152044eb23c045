//! Who may keep a roster, and who sees whole numbers.

use lanmu_domain::permission::Permission;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::department;
use crate::error::Problem;
use crate::session::SignedIn;

/// Whether the person may change the roster of this department, hand it in, and see whole numbers:
/// people of the department, and the coordinator. The coordinator sees numbers only on asking, which
/// is written down: see [`super::record_looks`].
#[must_use]
pub fn may_keep(who: &SignedIn, department_id: i64) -> bool {
    Permission::KeepRoster.held_in(&who.actor, department_id)
}

/// Whether the person belongs to the department by a post in it.
pub(super) fn is_own(who: &SignedIn, department_id: i64) -> bool {
    who.departments().contains(&department_id)
}

/// A department of the person's site.
///
/// # Errors
/// 404 for any other.
pub(crate) async fn department_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<department::Model, Problem> {
    department::Entity::find_by_id(id)
        .filter(department::Column::SiteId.eq(site_id))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)
}
