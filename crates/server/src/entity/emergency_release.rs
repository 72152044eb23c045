//! 紧急发布: what a leader released past the reviews, and what somebody else found afterwards.

use sea_orm::entity::prelude::*;

/// An emergency release. Names, posts and the title as they were.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_release")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// What was released.
    pub article_id: i64,
    /// Of which department.
    pub department_id: i64,
    /// For which column.
    pub column_id: i64,
    /// The title.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The hash of the revision.
    pub revision_hash: String,
    /// The leader.
    pub person_id: i64,
    /// The name of that person.
    pub person_name: String,
    /// The post.
    pub post: String,
    /// Who had submitted it, where a review was open.
    pub submitter_id: Option<i64>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// When.
    pub at: DateTimeUtc,
    /// Until when it has to be reviewed.
    pub due_at: DateTimeUtc,
    /// Whether it no longer counts: edited, or sent back, before it was public.
    pub void: bool,
    /// Key of `lanmu_domain::review::EmergencyVerdict`.
    pub verdict: Option<String>,
    /// What the reviewer said.
    #[sea_orm(column_type = "Text", nullable)]
    pub opinion: Option<String>,
    /// Who reviewed it.
    pub reviewer_id: Option<i64>,
    /// The name of that person.
    pub reviewer_name: Option<String>,
    /// The post.
    pub reviewer_post: Option<String>,
    /// When.
    pub reviewed_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
