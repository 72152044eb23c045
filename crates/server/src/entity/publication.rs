//! Evidence: an item went public at an address at a time.

use sea_orm::entity::prelude::*;

/// Evidence: an item went public at an address at a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// In which column.
    pub column_id: i64,
    /// By which department.
    pub department_id: i64,
    /// The article, if it went through the reviews here.
    pub article_id: Option<i64>,
    /// The revision that went public.
    pub revision_hash: Option<String>,
    /// Its title.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Where.
    #[sea_orm(column_type = "Text")]
    pub url: String,
    /// When.
    pub published_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<i64>,
    /// The name as it was.
    pub recorded_by_name: String,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// When 撤稿 was recorded.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// Who did it, as the name was.
    pub withdrawn_by_name: Option<String>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub withdrawal_reason: Option<String>,
    /// When it was taken down on the website.
    pub taken_down_at: Option<DateTimeUtc>,
    /// The address of what replaced it.
    #[sea_orm(column_type = "Text", nullable)]
    pub replaced_by: Option<String>,
    /// Keys of `lanmu_domain::freshness::EvidenceDoubt`, joined by commas; null where none. A
    /// doubtful publication counts only after the verdict `accepted`.
    #[sea_orm(column_type = "Text")]
    pub doubts: Option<String>,
    /// `accepted` or `rejected`, by a coordinator.
    pub verdict: Option<String>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub verdict_note: Option<String>,
    /// Who.
    pub verdict_by: Option<i64>,
    /// The name as it was.
    pub verdict_by_name: Option<String>,
    /// When.
    pub verdict_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
