//! What a coordinator set at a column, from a day on.

use sea_orm::entity::prelude::*;

/// What a coordinator set at a column, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "column_rule")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The column.
    pub column_id: i64,
    /// Key of `lanmu_domain::rule::Reach`.
    pub reach: String,
    /// `Vec<lanmu_domain::rule::Rule>`; null where the setting was taken back.
    pub rules: Json,
    /// The words of the coordinator.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// Legal basis.
    #[sea_orm(column_type = "Text")]
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: Date,
    /// Who set it, as the name was.
    pub recorded_by_name: String,
    /// When.
    pub recorded_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
