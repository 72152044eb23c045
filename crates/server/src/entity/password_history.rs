//! Former passwords, so that the last five are not used again.

use sea_orm::entity::prelude::*;

/// Former passwords, so that the last five are not used again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "password_history")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose.
    pub person_id: i64,
    /// Argon2id in PHC form.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// When it was set.
    pub set_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
