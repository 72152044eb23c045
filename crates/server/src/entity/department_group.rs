//! A set of departments that the table names as one, e.g. 县级各部门.

use sea_orm::entity::prelude::*;

/// A set of departments that the table names as one, e.g. 县级各部门.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department_group")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Its name.
    pub name: String,
    /// First day, where it was set up later than the site.
    pub begun_on: Option<Date>,
    /// First day on which it was no more.
    pub ended_on: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
