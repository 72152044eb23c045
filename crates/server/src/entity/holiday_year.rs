//! One year's working-day arrangement.

use sea_orm::entity::prelude::*;

/// One year's working-day arrangement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holiday_year")]
pub struct Model {
    /// Its site.
    #[sea_orm(primary_key, auto_increment = false)]
    pub site_id: i64,
    /// The year.
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    /// Whether the arrangement has been announced; otherwise `off` holds the statutory days.
    pub announced: bool,
    /// `lanmu_domain::calendar::YearArrangement`.
    pub arrangement: Json,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
