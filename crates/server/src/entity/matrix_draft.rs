//! A draft of a new version of the matrix.

use sea_orm::entity::prelude::*;

/// A draft of a new version of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "matrix_draft")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Rises with each change.
    pub version: i64,
    /// Why the matrix is to change.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// 文号; may be empty.
    #[sea_orm(column_type = "Text")]
    pub document_number: String,
    /// First day on which it shall hold.
    pub effective_from: Option<Date>,
    /// `Vec<lanmu_domain::matrix_change::KeyedChange>`.
    pub changes: Json,
    /// The last line of the ledger when it was made.
    pub base_sequence: i64,
    /// Who made it, as the name was.
    pub created_by_name: String,
    /// Who changed it last.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
