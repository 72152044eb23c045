//! An address under which a calendar program reads what is due.

use sea_orm::entity::prelude::*;

/// An address under which a calendar program reads what is due.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// Whose it is: the feed shows no more than this person sees.
    pub person_id: i64,
    /// The department; null for everything that the person's departments owe.
    pub department_id: Option<i64>,
    /// SM3 of the token in the address. The token itself is kept nowhere.
    pub token_hash: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it was revoked.
    pub revoked_at: Option<DateTimeUtc>,
    /// When it was read last.
    pub last_read_at: Option<DateTimeUtc>,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
