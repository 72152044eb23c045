//! 存疑: what is doubtful about a publication's time, found and stored.

use chrono::{DateTime, FixedOffset, TimeDelta};
use lanmu_api::publication::DoubtState;
use lanmu_domain::freshness::{EvidenceDoubt, EvidenceVerdict, evidence_doubts};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::publication;

/// A publication with the times that its own is compared to.
#[derive(Clone, Copy, Debug)]
pub struct Timed {
    /// In which column.
    pub column_id: i64,
    /// By which department.
    pub department_id: i64,
    /// Its id, where it is stored already: it is no former one of itself.
    pub id: Option<i64>,
    /// When it went public, as somebody says.
    pub published_at: DateTime<FixedOffset>,
    /// When the third review approved the revision.
    pub released_at: Option<DateTime<FixedOffset>>,
    /// When it was recorded.
    pub recorded_at: DateTime<FixedOffset>,
}

/// All that is doubtful about its time. Withdrawn publications count as former ones too.
///
/// # Errors
/// The database cannot be reached.
pub async fn find_doubts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    timed: &Timed,
) -> Result<Vec<EvidenceDoubt>, DbErr> {
    use publication::Column as P;
    let at = timed.published_at.to_utc();
    // The domain compares by minutes; no other minute needs to be read.
    let near = TimeDelta::minutes(1);
    let former: Vec<DateTime<chrono::Utc>> = publication::Entity::find()
        .select_only()
        .column(P::PublishedAt)
        .filter(P::SiteId.eq(site_id))
        .filter(P::ColumnId.eq(timed.column_id))
        .filter(P::DepartmentId.eq(timed.department_id))
        .filter(P::PublishedAt.gt(at - near))
        .filter(P::PublishedAt.lt(at + near))
        .filter(Condition::all().add_option(timed.id.map(|id| P::Id.ne(id))))
        .into_tuple()
        .all(db)
        .await?;
    let former: Vec<_> = former.into_iter().map(local).collect();
    Ok(evidence_doubts(
        timed.published_at,
        timed.released_at,
        timed.recorded_at,
        &former,
    ))
}

/// The doubts as the database keeps them; `None` where there are none.
#[must_use]
pub fn stored(doubts: &[EvidenceDoubt]) -> Option<String> {
    let keys: Vec<&str> = doubts.iter().map(|doubt| doubt.key()).collect();
    (!keys.is_empty()).then(|| keys.join(","))
}

/// The doubts of a publication.
///
/// # Errors
/// A key that this version does not know.
pub fn doubts_of(publication: &publication::Model) -> Result<Vec<EvidenceDoubt>, DbErr> {
    let keys = publication.doubts.as_deref().unwrap_or_default();
    keys.split(',')
        .filter(|key| !key.is_empty())
        .map(from_key)
        .collect()
}

/// The doubts as the ledger and notifications say them.
#[must_use]
pub fn in_words(doubts: &[EvidenceDoubt]) -> String {
    let words: Vec<&str> = doubts.iter().map(|doubt| doubt.label()).collect();
    words.join("、")
}

/// Publications that are doubtful, whatever was found about them.
#[must_use]
pub fn doubtful(site_id: i64) -> Condition {
    Condition::all()
        .add(publication::Column::SiteId.eq(site_id))
        .add(publication::Column::Doubts.is_not_null())
}

/// Doubtful publications of which the doubts stand like this.
#[must_use]
pub fn of_state(site_id: i64, state: DoubtState) -> Condition {
    use publication::Column as P;
    let found = |verdict: EvidenceVerdict| doubtful(site_id).add(P::Verdict.eq(verdict.key()));
    match state {
        DoubtState::Open => doubtful(site_id)
            .add(P::Verdict.is_null())
            .add(P::WithdrawnAt.is_null()),
        DoubtState::Accepted => found(EvidenceVerdict::Accepted),
        DoubtState::Rejected => found(EvidenceVerdict::Rejected),
    }
}
