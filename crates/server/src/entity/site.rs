//! A site: one county has one, a province runs many on one installation.

use sea_orm::entity::prelude::*;

/// A site: one county has one, a province runs many on one installation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Name of the website.
    pub name: String,
    /// A demonstration site; every page says so.
    pub demonstration: bool,
    /// When it was made.
    pub created_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
