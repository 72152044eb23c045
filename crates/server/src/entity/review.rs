//! One run of the three reviews over one revision.

use sea_orm::entity::prelude::*;

/// One run of the three reviews over one revision.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The article.
    pub article_id: i64,
    /// The revision that is reviewed.
    pub revision_id: i64,
    /// Its hash.
    pub revision_hash: String,
    /// Whether it still runs. One open review per article, kept by a partial unique index.
    pub open: bool,
    /// The stage that is awaited, or that came last.
    pub stage: i16,
    /// How it ended: released, returned, recalled, voided.
    pub outcome: Option<String>,
    /// When it was opened.
    pub opened_at: DateTimeUtc,
    /// When it ended.
    pub closed_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
