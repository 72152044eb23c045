//! Where a column stands and what it is called, from a day on; only of columns that ever changed.

use sea_orm::entity::prelude::*;

/// Where a column stands and what it is called, from a day on; only of columns that ever changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "column_place")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The column.
    pub column_id: i64,
    /// The column above it.
    pub parent_id: Option<i64>,
    /// Its name.
    pub name: String,
    /// First day.
    pub effective_from: Date,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
