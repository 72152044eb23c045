//! Which items somebody sees.

use lanmu_domain::permission::Permission;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::entity::article;
use crate::session::SignedIn;

/// The items of the site that the person may see: all of them for who sees the whole county,
/// otherwise those of the own departments and of those where one stands in for a reviewer.
#[must_use]
pub fn visible_to(who: &SignedIn) -> Select<article::Entity> {
    let select = article::Entity::find().filter(article::Column::SiteId.eq(who.person.site_id));
    if Permission::ViewWholeMatrix.held(&who.actor) {
        return select;
    }
    let own = who.item_departments();
    let own = own.into_iter().filter(|id| who.sees(*id));
    select.filter(article::Column::DepartmentId.is_in(own))
}
