//! A signed-in browser.

use sea_orm::entity::prelude::*;

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// The id as tower-sessions writes it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// What the session holds, as JSON.
    #[sea_orm(column_type = "Text")]
    pub data: String,
    /// When it ends if nothing is done.
    pub expires_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
