//! A figure that a coordinator can change, with the day from which it holds.

use sea_orm::entity::prelude::*;

/// A figure that a coordinator can change, with the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parameter_value")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Field of `lanmu_domain::parameters::Parameters`.
    pub key: String,
    /// The value as JSON of the field's type.
    pub value: Json,
    /// Legal basis.
    #[sea_orm(column_type = "Text")]
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: Date,
    /// Why it was changed; null for what was shipped.
    #[sea_orm(column_type = "Text")]
    pub reason: Option<String>,
    /// Who changed it, as the name was.
    pub recorded_by_name: Option<String>,
    /// When.
    pub recorded_at: Option<DateTimeUtc>,
    /// When it was taken back, before it came into force.
    pub cancelled_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
