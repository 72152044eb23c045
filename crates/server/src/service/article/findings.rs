//! What the secrecy check finds in an item: computed here from what is stored, never believed.

use std::collections::HashMap;

use lanmu_api::secrecy::{FindingView, OverrideView};
use lanmu_domain::article::Content;
use lanmu_domain::secrecy::Checker;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::clock::local;
use crate::entity::{article, finding_override};
use crate::service::secrecy::kept_lists;

/// The findings by field and place. What was said about one stays with its words through every
/// revision that has them.
///
/// # Errors
/// The database does not answer.
pub(super) async fn findings<C: ConnectionTrait>(
    db: &C,
    article: &article::Model,
    content: &Content,
) -> Result<Vec<FindingView>, DbErr> {
    let lists = kept_lists(db, article.site_id).await?;
    let found = Checker::new(&lists).check(content);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let said: HashMap<String, finding_override::Model> = finding_override::Entity::find()
        .filter(finding_override::Column::ArticleId.eq(article.id))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.finding_key.clone(), row))
        .collect();
    let views = found.into_iter().map(|finding| {
        let key = finding.key();
        FindingView {
            overridden: said.get(&key).map(view),
            key,
            finding,
        }
    });
    Ok(views.collect())
}

fn view(row: &finding_override::Model) -> OverrideView {
    OverrideView {
        reason: row.reason.clone(),
        person_id: row.person_id,
        person_name: row.person_name.clone(),
        on_behalf_of: row.on_behalf_of_name.clone(),
        post: row.post.clone(),
        at: local(row.at),
    }
}
