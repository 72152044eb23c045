//! A department that answers for columns.

use sea_orm::entity::prelude::*;

/// A department that answers for columns.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// 部门.
    pub name: String,
    /// 类别, e.g. 政府工作部门.
    pub kind: String,
    /// Order in lists.
    pub position: i32,
    /// First day, where it was set up later than the site.
    pub begun_on: Option<Date>,
    /// First day on which it was no more.
    pub ended_on: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
