//! Which revision of an article a person saw last, and which other one before it.

use sea_orm::entity::prelude::*;

/// Which revision of an article a person saw last, and which other one before it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "article_seen")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Who.
    pub person_id: i64,
    /// What.
    pub article_id: i64,
    /// The revision that was seen last.
    pub revision_id: i64,
    /// The one that was seen before it.
    pub former_revision_id: Option<i64>,
    /// When the last one was seen first.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
