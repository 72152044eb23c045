//! 核对无变化: looked at and found unchanged.

use sea_orm::entity::prelude::*;

/// 核对无变化: looked at and found unchanged.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attestation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The duty.
    pub duty_id: i64,
    /// Who attested.
    pub department_id: i64,
    /// What was looked at.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// The person.
    pub person_id: Option<i64>,
    /// The name as it was.
    pub person_name: String,
    /// When.
    pub attested_at: DateTimeUtc,
    /// Whether the section head confirmed it.
    pub confirmed: bool,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
