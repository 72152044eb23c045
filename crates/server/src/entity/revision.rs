//! What an article said at one time. Never changed, never deleted once signed.

use sea_orm::entity::prelude::*;

/// What an article said at one time. Never changed, never deleted once signed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The article.
    pub article_id: i64,
    /// 1 for the first.
    pub number: i32,
    /// SM3 of the content; approvals name it.
    pub hash: String,
    /// `lanmu_domain::article::Content`.
    pub content: Json,
    /// Who wrote it.
    pub author_id: i64,
    /// The name as it was.
    pub author_name: String,
    /// When.
    pub created_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
