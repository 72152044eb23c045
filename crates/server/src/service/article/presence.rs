//! Who else has the editor of an item open.

use lanmu_api::presence::PresentPerson;
use lanmu_domain::role::Role;

use super::case::load;
use crate::db::WriteTx;
use crate::error::Problem;
use crate::service::presence::{self, Place};
use crate::session::SignedIn;

/// Notes that the person has the editor open, or leaves it, and gives the others.
///
/// # Errors
/// 404 for an article that the person does not see, 403 for whoever does not write it.
pub async fn present(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    leaving: bool,
) -> Result<Vec<PresentPerson>, Problem> {
    let loaded = load(write.tx(), write.site_id(), article_id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let department_id = loaded.article.department_id;
    if who.actor.post_in(Role::Officer, department_id).is_none() {
        return Err(Problem::not_allowed());
    }
    let post = who.title(Role::Officer, Some(department_id));
    presence::present(write, who, Place::Article(article_id), post, leaving).await
}
