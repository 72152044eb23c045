//! An expression that the secrecy check finds.

use sea_orm::entity::prelude::*;

/// An expression that the secrecy check finds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "term")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Goes up with every change.
    pub version: i32,
    /// What must not stand there.
    pub wrong: String,
    /// What should stand there instead.
    pub right_form: Option<String>,
    /// 类别.
    pub category: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Who changed it last.
    pub changed_by: i64,
    /// The name of that person.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTimeUtc,
    /// Since when it no longer counts.
    pub retired_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
