//! A post that somebody passed on for some time.

use sea_orm::entity::prelude::*;

/// A post that somebody passed on for some time. Names and titles as they were.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delegation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Whose post it is.
    pub principal_id: i64,
    /// The name of that person.
    pub principal_name: String,
    /// Who stands in.
    pub delegate_id: i64,
    /// The name of that person.
    pub delegate_name: String,
    /// The holding that is passed on. Granted anew, a post is another holding.
    pub post_id: i64,
    /// Key of `lanmu_domain::role::Role`.
    pub role: String,
    /// Where the post is held.
    pub department_id: i64,
    /// The title of the post.
    pub title: String,
    /// From when.
    pub starts_at: DateTimeUtc,
    /// When it ends by itself.
    pub ends_at: DateTimeUtc,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Who made it: the principal, or a security administrator.
    pub created_by: i64,
    /// The name of that person.
    pub created_by_name: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it was ended early.
    pub ended_at: Option<DateTimeUtc>,
    /// By whom.
    pub ended_by_name: Option<String>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub end_reason: Option<String>,
    /// Whether the end was written down and told.
    pub end_told: bool,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
