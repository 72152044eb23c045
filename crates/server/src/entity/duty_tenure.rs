//! Which departments answer for a duty, and when.

use sea_orm::entity::prelude::*;

/// Which departments answer for a duty, and when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_tenure")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The duty.
    pub duty_id: i64,
    /// The owner.
    pub department_id: i64,
    /// Order in the cell.
    pub position: i32,
    /// First day.
    pub since: Date,
    /// First day on which it answered no more.
    pub until_day: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
