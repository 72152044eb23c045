//! A domain outside `gov.cn` to which links may lead.

use sea_orm::entity::prelude::*;

/// A domain outside `gov.cn` to which links may lead.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link_domain")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The domain, lower case.
    pub domain: String,
    /// Whose it is, or why.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Who added it.
    pub added_by: i64,
    /// The name of that person.
    pub added_by_name: String,
    /// When.
    pub added_at: DateTimeUtc,
    /// Since when it no longer counts.
    pub retired_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
