//! What was answered to a write, so that a retry does nothing twice.

use sea_orm::entity::prelude::*;

/// What was answered to a write, so that a retry does nothing twice.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    /// Who asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: i64,
    /// The key that the browser made.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// SM3 of method, path and body.
    pub fingerprint: String,
    /// The HTTP status that was answered.
    pub status: i16,
    /// The body that was answered.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// When.
    pub created_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
