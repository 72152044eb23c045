//! A line of the ledger. Never changed, never deleted.

use sea_orm::entity::prelude::*;

/// A line of the ledger. Never changed, never deleted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_line")]
pub struct Model {
    /// Its site.
    #[sea_orm(primary_key, auto_increment = false)]
    pub site_id: i64,
    /// 1 for the first line of the site.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    /// When, to the millisecond.
    pub at: DateTimeUtc,
    /// Key of `lanmu_domain::ledger::LedgerAct`.
    pub act: String,
    /// Who; null for the system. No foreign key: the ledger outlives everything.
    pub person_id: Option<i64>,
    /// The name as it was.
    pub person_name: String,
    /// The post as it was.
    pub post: String,
    /// The department that it concerns.
    pub department_id: Option<i64>,
    /// Its name as it was.
    pub department_name: String,
    /// The column that it concerns.
    #[sea_orm(column_type = "Text")]
    pub column_path: String,
    /// The article that it concerns.
    pub article_id: Option<i64>,
    /// Its title as it was.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// The hash of the revision.
    pub revision: String,
    /// The result or reason in words.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// At which stage of the review, 1 to 3; null in lines from before stages were kept.
    pub stage: Option<i16>,
    /// The hash of the line before.
    pub previous_hash: String,
    /// SM3 over the line and the hash before.
    pub hash: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
