//! A check of the whole ledger, as it was found.

use sea_orm::entity::prelude::*;

/// A check of the whole ledger, as it was found.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_verification")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Who checked.
    pub person_id: i64,
    /// The name of that person.
    pub person_name: String,
    /// When.
    pub at: DateTimeUtc,
    /// How many lines were checked: the sequence of the last one where the chain is whole.
    pub lines: i64,
    /// The hash of the last line; empty where the chain is not whole.
    pub last_hash: String,
    /// The first line that was altered.
    pub first_altered: Option<i64>,
    /// What is wrong with it, in Chinese.
    #[sea_orm(column_type = "Text", nullable)]
    pub problem: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
