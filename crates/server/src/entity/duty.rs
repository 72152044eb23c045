//! A duty: column × departments × rules.

use sea_orm::entity::prelude::*;

/// A duty: column × departments × rules.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// In which version it came.
    pub matrix_version_id: i64,
    /// Its column.
    pub column_id: i64,
    /// 序号 in the annex.
    pub annex_row: i32,
    /// Order in the table.
    pub position: i32,
    /// 更新要求 as it stands.
    #[sea_orm(column_type = "Text")]
    pub requirement: String,
    /// 责任部门 as it stands.
    #[sea_orm(column_type = "Text")]
    pub owner_text: String,
    /// Key of `lanmu_domain::rule::DutyMode`.
    pub mode: String,
    /// `Vec<lanmu_domain::rule::AppliedRule>`.
    pub rules: Json,
    /// 备注 as it stands.
    #[sea_orm(column_type = "Text")]
    pub remark: String,
    /// First day on which it existed.
    pub since: Date,
    /// First day on which it existed no more.
    pub until_day: Option<Date>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
