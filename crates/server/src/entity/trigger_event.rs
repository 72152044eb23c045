//! Something happened that obliges.

use sea_orm::entity::prelude::*;

/// Something happened that obliges.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trigger_event")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Key of `lanmu_domain::rule::Trigger`.
    pub kind: String,
    /// Title of the document or activity, or what changed.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// 文号, empty where there is none.
    pub document_number: String,
    /// The day on which it happened.
    pub occurred_on: Date,
    /// Key of `lanmu_domain::rule::ChangeSubject`, for changes.
    pub change_subject: Option<String>,
    /// Who registered it.
    pub registered_by: Option<i64>,
    /// The name as it was.
    pub registered_by_name: String,
    /// When.
    pub registered_at: DateTimeUtc,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTimeUtc>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub cancel_reason: Option<String>,
    /// Who cancelled it, as the name was.
    pub cancelled_by_name: Option<String>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
