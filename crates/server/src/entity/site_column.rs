//! A column (栏目) of the website, a node of a tree.

use sea_orm::entity::prelude::*;

/// A column (栏目) of the website, a node of a tree.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site_column")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The column above it.
    pub parent_id: Option<i64>,
    /// Its name.
    pub name: String,
    /// The names from the root down, as a JSON array.
    pub path: Json,
    /// The same, joined with ` / `, for searching and for being unique.
    #[sea_orm(column_type = "Text")]
    pub path_text: String,
    /// Key of `lanmu_domain::column::ColumnKind`.
    pub kind: String,
    /// Order in the table.
    pub position: i32,
    /// Its address on the website, where known.
    #[sea_orm(column_type = "Text")]
    pub address: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
