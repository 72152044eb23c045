//! Something that a person should know, written with the act and delivered after it.

use sea_orm::entity::prelude::*;

/// Something that a person should know, written with the act and delivered after it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// For whom.
    pub person_id: i64,
    /// About which article.
    pub article_id: Option<i64>,
    /// What happened.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When.
    pub created_at: DateTimeUtc,
    /// When it was seen.
    pub read_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
