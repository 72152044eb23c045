//! A role that a person holds, in a department or for the whole site.

use sea_orm::entity::prelude::*;

/// A role that a person holds, in a department or for the whole site.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "post")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Who holds it.
    pub person_id: i64,
    /// Key of `lanmu_domain::role::Role`.
    pub role: String,
    /// Where; null for roles of the whole site.
    pub department_id: Option<i64>,
    /// The title as the ledger keeps it.
    pub title: String,
    /// From when.
    pub granted_at: DateTimeUtc,
    /// Until when; null while it is held.
    pub ended_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
