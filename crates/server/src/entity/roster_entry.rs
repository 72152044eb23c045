//! Somebody on the roster of a department, from a day to a day.

use sea_orm::entity::prelude::*;

/// Somebody on the roster of a department, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "roster_entry")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The department.
    pub department_id: i64,
    /// Key of `lanmu_domain::roster::RosterRole`.
    pub role: String,
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: String,
    /// 座机, empty for none.
    pub office_phone: String,
    /// 手机, empty for none.
    pub mobile: String,
    /// The account, if it is linked.
    pub person_id: Option<i64>,
    /// The first day.
    pub first_day: Date,
    /// The last day, if it has one.
    pub last_day: Option<Date>,
    /// Whether it was a mistake that another entry corrects: it counts on no day.
    pub replaced: bool,
    /// Goes up with every change; writes must name it.
    pub version: i64,
    /// Who changed it last, as the name was.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
