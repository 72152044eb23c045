//! A document of a department: its rules, its duty list, a sealed form.

use sea_orm::entity::prelude::*;

/// A document of a department: its rules, its duty list, a sealed form.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department_document")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The department.
    pub department_id: i64,
    /// Key of `lanmu_domain::roster::DocumentKind`.
    pub kind: String,
    /// The hand-in whose form it is.
    pub hand_in_id: Option<i64>,
    /// Its title.
    pub title: String,
    /// Its date.
    pub day: Date,
    /// The name of the file.
    pub file_name: String,
    /// The file.
    pub attachment_id: i64,
    /// By whom it was uploaded.
    pub person_id: i64,
    /// The name as it was.
    pub person_name: String,
    /// When.
    pub at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
