//! A cell of the table that somebody should look at.

use sea_orm::entity::prelude::*;

/// A cell of the table that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_doubt")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// In which version.
    pub matrix_version_id: i64,
    /// 序号 in the annex.
    pub annex_row: i32,
    /// Heading of the cell.
    pub cell: String,
    /// Key of `lanmu_domain::annex::DoubtKind`.
    pub kind: String,
    /// The text of the cell.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// What to do about it.
    #[sea_orm(column_type = "Text")]
    pub message: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
