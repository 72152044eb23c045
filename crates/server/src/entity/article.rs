//! An item on its way to the website.

use sea_orm::entity::prelude::*;

/// An item on its way to the website.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "article")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// For which department.
    pub department_id: i64,
    /// For which column, as in the current revision.
    pub column_id: i64,
    /// Key of `lanmu_domain::review::ArticleState`.
    pub state: String,
    /// Since when it has been in this state.
    pub state_since: DateTimeUtc,
    /// Goes up with every change; writes must name it.
    pub version: i64,
    /// As in the current revision, for lists.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// As in the current revision, key of `PublicAttribute`.
    pub attribute: Option<String>,
    /// The current revision.
    pub revision_id: Option<i64>,
    /// The revision that is public.
    pub live_revision_id: Option<i64>,
    /// How often it was sent back.
    pub returns: i32,
    /// Whether it was released in an emergency that counts.
    pub emergency: bool,
    /// 不予公开 that is filed: the day by which it has to be looked at again.
    pub assess_by: Option<Date>,
    /// The item that it corrects (更正).
    pub corrects_id: Option<i64>,
    /// Who began it.
    pub created_by: i64,
    /// The name as it was.
    pub created_by_name: String,
    /// When.
    pub created_at: DateTimeUtc,
    /// Who changed it last, as the name was.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTimeUtc,
    /// What was done last, in Chinese.
    pub changed_how: String,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
