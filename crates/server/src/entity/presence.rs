//! Who has an item or a draft open.

use sea_orm::entity::prelude::*;

/// Who has an item or a draft open. Forgotten when nothing was heard for a while.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "presence")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Key of `crate::service::presence::Place`.
    pub place: String,
    /// The item or draft.
    pub place_id: i64,
    /// Who.
    pub person_id: i64,
    /// The name.
    pub person_name: String,
    /// The post.
    pub post: String,
    /// Since when.
    pub since: DateTimeUtc,
    /// When it was heard of last.
    pub seen_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
