//! What a department is called, from a day on; only of departments that were ever renamed.

use sea_orm::entity::prelude::*;

/// What a department is called, from a day on; only of departments that were ever renamed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department_name")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub name: String,
    /// First day.
    pub effective_from: Date,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
