//! What a group was called and who belonged to it, from a day on; only of groups that ever changed.

use sea_orm::entity::prelude::*;

/// What a group was called and who belonged to it, from a day on; only of groups that ever changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department_group_state")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The group.
    pub group_id: i64,
    /// Its name.
    pub name: String,
    /// Ids of the departments that belong to it.
    pub members: Json,
    /// First day.
    pub effective_from: Date,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
