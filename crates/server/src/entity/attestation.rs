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
    /// Whether it needs the section head and counts only when confirmed.
    pub awaits: bool,
    /// `confirmed` or `refused`.
    pub decision: Option<String>,
    /// What the section head said.
    #[sea_orm(column_type = "Text")]
    pub decision_note: Option<String>,
    /// Who decided.
    pub decided_by: Option<i64>,
    /// The name as it was.
    pub decided_by_name: Option<String>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
