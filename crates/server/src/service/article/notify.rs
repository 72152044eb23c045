//! Who should know about an act on an item.

use chrono::{DateTime, Utc};
use lanmu_domain::review::{Candidate, Stage, able};
use lanmu_domain::role::Role;
use sea_orm::{ConnectionTrait, DbErr};

use super::case::LoadedArticle;
use crate::service::candidates::candidates;
use crate::service::holders::holders;
use crate::service::notify::{self, About};

/// Tells these people, each once.
///
/// # Errors
/// The database cannot be reached.
pub async fn tell<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    people: impl IntoIterator<Item = i64> + Send,
    text: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let about = About {
        site_id: loaded.article.site_id,
        article_id: Some(loaded.article.id),
        at,
    };
    notify::tell(db, about, people, text).await
}

/// Tells those who can decide at the stage that is awaited now. `excluded` cannot: they signed or
/// wrote what is to be reviewed. Where nobody is left, the coordinators are told instead; the item
/// waits, nothing is ever approved by emptiness.
///
/// # Errors
/// The database cannot be reached.
pub async fn tell_stage<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    stage: Stage,
    excluded: &[i64],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let site_id = loaded.article.site_id;
    let title = &loaded.content.title;
    let department = &loaded.place.department_name;
    let known = candidates(db, site_id, stage, at).await?;
    let eligible = able(known.of(loaded.article.department_id), excluded);
    if eligible.is_empty() {
        let coordinators = holders(db, site_id, Role::Coordinator, None).await?;
        let text = format!(
            "{department}的稿件《{title}》等待{}，但该部门没有可以{}的{}，请尽快落实人员。",
            stage.label(),
            stage.label(),
            stage.role().label()
        );
        return tell(db, loaded, coordinators, &text, at).await;
    }
    let own = |candidate: &&Candidate| candidate.on_behalf_of.is_none();
    let people: Vec<i64> = eligible.iter().filter(own).map(|c| c.person_id).collect();
    let text = format!("{department}的稿件《{title}》等待您{}。", stage.label());
    for candidate in &eligible {
        let Some(principal_id) = candidate.on_behalf_of else {
            continue;
        };
        // Who holds the post as well acts under it.
        if people.contains(&candidate.person_id) {
            continue;
        }
        let text = format!(
            "{department}的稿件《{title}》等待您代{}{}。",
            known.name(principal_id),
            stage.label()
        );
        tell(db, loaded, [candidate.person_id], &text, at).await?;
    }
    tell(db, loaded, people, &text, at).await
}
