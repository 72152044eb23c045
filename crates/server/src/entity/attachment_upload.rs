//! Who uploaded a file: they may use it before an item names it.

use sea_orm::entity::prelude::*;

/// Who uploaded a file: they may use it before an item names it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment_upload")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The file.
    pub attachment_id: i64,
    /// Who.
    pub person_id: i64,
    /// When, the last time.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
