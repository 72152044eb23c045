//! The file of a document.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::{attachment, department_document};
use crate::error::Problem;
use crate::service::roster;
use crate::session::SignedIn;

/// The document with its file, for people of the department and the coordinator.
///
/// # Errors
/// 404 for everybody else, as for a document that is not there.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    id: i64,
) -> Result<(department_document::Model, attachment::Model), Problem> {
    let document = department_document::Entity::find_by_id(id)
        .filter(department_document::Column::SiteId.eq(who.person.site_id))
        .one(db)
        .await?
        .filter(|document| roster::may_keep(who, document.department_id))
        .ok_or_else(Problem::not_found)?;
    let file = attachment::Entity::find_by_id(document.attachment_id)
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok((document, file))
}
