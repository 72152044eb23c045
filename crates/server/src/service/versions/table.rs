//! A version as a table.

use lanmu_domain::annex::AnnexLine;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::key::from_json;
use crate::entity::matrix_version;
use crate::error::Problem;
use crate::service::annex::lines_on;

/// The lines of a version on its first day; of the first one, until another comes, as the rows of
/// that day say.
///
/// # Errors
/// 404.
pub async fn lines_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    number: i64,
) -> Result<Vec<AnnexLine>, Problem> {
    let row = find(db, site_id, number).await?;
    match row.lines {
        Some(stored) => Ok(from_json(stored)?),
        None => Ok(lines_on(db, site_id, row.effective_from).await?),
    }
}

/// A version of the site.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    number: i64,
) -> Result<matrix_version::Model, Problem> {
    matrix_version::Entity::find()
        .filter(matrix_version::Column::SiteId.eq(site_id))
        .filter(matrix_version::Column::Number.eq(number))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)
}
