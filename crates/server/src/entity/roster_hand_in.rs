//! A form that a department handed in, as it was at that moment.

use sea_orm::entity::prelude::*;

/// A form that a department handed in, as it was at that moment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "roster_hand_in")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The collection.
    pub collection_id: i64,
    /// The department.
    pub department_id: i64,
    /// Which of the department in this collection, from 1.
    pub number: i32,
    /// The lines of the form (`lanmu_domain::roster::Listed`).
    pub lines: Json,
    /// By whom.
    pub person_id: i64,
    /// The name as it was.
    pub person_name: String,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
