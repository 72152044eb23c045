//! A file for whoever may see it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::uses::may_use;
use crate::entity::attachment;
use crate::error::Problem;
use crate::session::SignedIn;

/// The file with these bytes, if the person uploaded it or sees an item that names it.
///
/// # Errors
/// 404 for everybody else, as for a file that is not there.
pub async fn find_attachment<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    hash: &str,
) -> Result<attachment::Model, Problem> {
    let found = attachment::Entity::find()
        .filter(attachment::Column::SiteId.eq(who.person.site_id))
        .filter(attachment::Column::Hash.eq(hash))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)?;
    if may_use(db, who, found.id).await? {
        Ok(found)
    } else {
        Err(Problem::not_found())
    }
}
