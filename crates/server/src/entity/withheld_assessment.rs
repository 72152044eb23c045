//! 评估审查: what a leader found when looking again at what is withheld.

use sea_orm::entity::prelude::*;

/// An assessment. Names and posts as they were.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "withheld_assessment")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What was looked at.
    pub article_id: i64,
    /// The hash of the revision.
    pub revision_hash: String,
    /// Key of `lanmu_domain::review::WithheldVerdict`.
    pub verdict: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub opinion: String,
    /// Who really acted.
    pub person_id: i64,
    /// The name, with that of the principal (乙代甲).
    pub person_name: String,
    /// The post.
    pub post: String,
    /// When.
    pub at: DateTimeUtc,
    /// The next day that it set.
    pub next_due: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
