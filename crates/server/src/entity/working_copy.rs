//! What a person has typed into a form and not yet saved as a revision.

use sea_orm::entity::prelude::*;

/// What a person has typed into a form and not yet saved as a revision.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "working_copy")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose.
    pub person_id: i64,
    /// Of which form, as `lanmu_api::working_copy::Slot` writes it.
    pub slot: String,
    /// Of which article; `None` for a new one.
    pub article_id: Option<i64>,
    /// The version that the form began with.
    pub version: i64,
    /// `lanmu_domain::article::Content`.
    pub content: Json,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
