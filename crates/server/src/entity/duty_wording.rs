//! Who must act for a duty and what its cells 责任部门 and 备注 say, from a day on; only of duties that ever changed.

use sea_orm::entity::prelude::*;

/// Who must act for a duty and what its cells 责任部门 and 备注 say, from a day on; only of duties that ever changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_wording")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The duty.
    pub duty_id: i64,
    /// Key of `lanmu_domain::rule::DutyMode`.
    pub mode: String,
    /// 责任部门 as it stands.
    #[sea_orm(column_type = "Text")]
    pub owner_text: String,
    /// 备注, where a version decided it; `None`: as the duty came.
    #[sea_orm(column_type = "Text", nullable)]
    pub remark: Option<String>,
    /// First day.
    pub effective_from: Date,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
