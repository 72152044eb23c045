//! A version of the matrix with the day from which it holds.

use sea_orm::entity::prelude::*;

/// A version of the matrix with the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "matrix_version")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// 1 for the first.
    pub number: i64,
    /// First day on which it holds.
    pub effective_from: Date,
    /// Where it comes from.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// When it was stored.
    pub created_at: DateTimeUtc,
    /// Key of `lanmu_api::matrix_draft::VersionState`.
    pub state: String,
    /// 文号; empty where there is none.
    #[sea_orm(column_type = "Text")]
    pub document_number: String,
    /// `Vec<lanmu_domain::matrix_change::KeyedChange>`; null for the first.
    pub changes: Option<Json>,
    /// The same in words, as they were when it was decided.
    pub words: Option<Json>,
    /// `Vec<lanmu_domain::annex::AnnexLine>` on its first day; null for the first.
    pub lines: Option<Json>,
    /// Who decided it.
    pub decided_by_id: Option<i64>,
    /// The same, as the name was.
    pub decided_by_name: String,
    /// Why it was called off, or what stood against it.
    #[sea_orm(column_type = "Text")]
    pub note: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
