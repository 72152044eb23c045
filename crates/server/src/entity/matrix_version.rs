//! A version of the matrix with the day from which it holds.

use sea_orm::entity::prelude::*;

/// A version of the matrix with the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "matrix_version")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// 1 for the first.
    pub number: i64,
    /// First day on which it holds.
    pub effective_from: Date,
    /// Where it comes from.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// When it was stored.
    pub created_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
