//! A change of one year's working-day arrangement; the latest is the one that holds.

use sea_orm::entity::prelude::*;

/// A change of one year's working-day arrangement; the latest is the one that holds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holiday_year_change")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The year.
    pub year: i32,
    /// 1 for the first of the year; the version that it made.
    pub number: i64,
    /// Whether the arrangement has been announced; otherwise `off` holds the statutory days.
    pub announced: bool,
    /// `lanmu_domain::calendar::YearArrangement`.
    pub arrangement: Json,
    /// Why, in words.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// By whom; `None` for what came with the system.
    pub changed_by: Option<i64>,
    /// The name then.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
