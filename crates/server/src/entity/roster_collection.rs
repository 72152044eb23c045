//! 收集: the rosters are asked for by a deadline.

use sea_orm::entity::prelude::*;

/// 收集: the rosters are asked for by a deadline.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "roster_collection")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Its title.
    pub title: String,
    /// The deadline.
    pub due_at: DateTimeUtc,
    /// Who opened it, as the name was.
    pub created_by_name: String,
    /// When.
    pub created_at: DateTimeUtc,
    /// When it was closed.
    pub closed_at: Option<DateTimeUtc>,
    /// By whom.
    pub closed_by_name: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
