//! Why a finding of the secrecy check stays in an article.

use sea_orm::entity::prelude::*;

/// Why a finding of the secrecy check stays in an article.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "finding_override")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The article, in whatever revision.
    pub article_id: i64,
    /// `Finding::key()`: field, kind and a hash of the words.
    pub finding_key: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Who said so.
    pub person_id: i64,
    /// The name of that person.
    pub person_name: String,
    /// The name of the person for whom it was said.
    pub on_behalf_of_name: Option<String>,
    /// The title of the post.
    pub post: String,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
