//! Publications as lists show them.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use lanmu_api::publication::{PublicationRow, VerdictView};
use lanmu_domain::review::Stage;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::doubts::doubts_of;
use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{emergency_release, opinion, publication};
use crate::service::article::{Names, names, verdict};

/// Article and revision, and when it was released.
type Releases = HashMap<(i64, String), DateTime<FixedOffset>>;

/// The rows of a list, in the order given.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn rows<C: ConnectionTrait>(
    db: &C,
    found: &[publication::Model],
) -> Result<Vec<PublicationRow>, DbErr> {
    let departments = found.iter().map(|p| p.department_id);
    let columns = found.iter().map(|p| p.column_id);
    let names = names(db, departments, columns).await?;
    let releases = releases(db, found).await?;
    found.iter().map(|p| row(p, &names, &releases)).collect()
}

/// When the revision that went public was released, by the third review or in an emergency; `None` for what did not go
/// through the reviews here.
///
/// # Errors
/// The database cannot be reached.
pub(super) async fn released_at<C: ConnectionTrait>(
    db: &C,
    publication: &publication::Model,
) -> Result<Option<DateTime<FixedOffset>>, DbErr> {
    let releases = releases(db, std::slice::from_ref(publication)).await?;
    Ok(release_of(publication, &releases))
}

fn release_of(publication: &publication::Model, all: &Releases) -> Option<DateTime<FixedOffset>> {
    let revision = publication.revision_hash.clone()?;
    all.get(&(publication.article_id?, revision)).copied()
}

async fn releases<C: ConnectionTrait>(
    db: &C,
    found: &[publication::Model],
) -> Result<Releases, DbErr> {
    let articles = found.iter().filter_map(|p| p.article_id);
    let given = opinion::Entity::find()
        .filter(opinion::Column::ArticleId.is_in(articles))
        .filter(opinion::Column::Stage.eq(Stage::Release.number()))
        .filter(opinion::Column::Verdict.eq(verdict::APPROVED))
        .filter(opinion::Column::Voided.eq(false))
        .order_by_asc(opinion::Column::Id)
        .all(db)
        .await?;
    let articles = found.iter().filter_map(|p| p.article_id);
    let in_emergency = emergency_release::Entity::find()
        .filter(emergency_release::Column::ArticleId.is_in(articles))
        .filter(emergency_release::Column::Void.eq(false))
        .all(db)
        .await?;
    let approved = given
        .into_iter()
        .map(|o| ((o.article_id, o.revision_hash), local(o.at)));
    Ok(in_emergency
        .into_iter()
        .map(|e| ((e.article_id, e.revision_hash), local(e.at)))
        .chain(approved)
        .collect())
}

fn row(
    publication: &publication::Model,
    names: &Names,
    releases: &Releases,
) -> Result<PublicationRow, DbErr> {
    let place = names.place(publication.department_id, publication.column_id);
    Ok(PublicationRow {
        id: publication.id,
        article_id: publication.article_id,
        title: publication.title.clone(),
        url: publication.url.clone(),
        department_id: publication.department_id,
        department_name: place.department_name,
        column_id: publication.column_id,
        column_path: place.column_path,
        published_at: local(publication.published_at),
        recorded_at: local(publication.recorded_at),
        recorded_by_id: publication.recorded_by,
        recorded_by: publication.recorded_by_name.clone(),
        released_at: release_of(publication, releases),
        withdrawn_at: publication.withdrawn_at.map(local),
        doubts: doubts_of(publication)?,
        verdict: verdict_of(publication)?,
    })
}

/// What a coordinator found about it.
///
/// # Errors
/// A key that this version does not know.
pub fn verdict_of(publication: &publication::Model) -> Result<Option<VerdictView>, DbErr> {
    let (Some(key), Some(at)) = (publication.verdict.as_deref(), publication.verdict_at) else {
        return Ok(None);
    };
    Ok(Some(VerdictView {
        verdict: from_key(key)?,
        note: publication.verdict_note.clone().unwrap_or_default(),
        by: publication.verdict_by_name.clone().unwrap_or_default(),
        at: local(at),
    }))
}
