//! The end of the chain; locked by whoever appends.

use sea_orm::entity::prelude::*;

/// The end of the chain; locked by whoever appends.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_head")]
pub struct Model {
    /// Its site.
    #[sea_orm(primary_key, auto_increment = false)]
    pub site_id: i64,
    /// The last sequence.
    pub sequence: i64,
    /// The last hash.
    pub hash: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
