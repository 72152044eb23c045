//! A time during which a column was closed.

use sea_orm::entity::prelude::*;

/// A time during which a column was closed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "column_closure")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The column; those below are closed with it.
    pub column_id: i64,
    /// First day on which it was closed.
    pub closed_on: Date,
    /// First day on which it was open again.
    pub reopened_on: Option<Date>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Why it was opened again.
    #[sea_orm(column_type = "Text")]
    pub reopen_reason: Option<String>,
    /// Who closed it, as the name was.
    pub closed_by_name: String,
    /// Who opened it again.
    pub reopened_by_name: Option<String>,
    /// When that was recorded.
    pub recorded_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
