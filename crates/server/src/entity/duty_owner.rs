//! Which departments answer for a duty.

use sea_orm::entity::prelude::*;

/// Which departments answer for a duty.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_owner")]
pub struct Model {
    /// The duty.
    #[sea_orm(primary_key, auto_increment = false)]
    pub duty_id: i64,
    /// The owner.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_id: i64,
    /// Order in the cell.
    pub position: i32,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
