//! Somebody with an account.

use sea_orm::entity::prelude::*;

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its site.
    pub site_id: i64,
    /// The name as pages show it.
    pub name: String,
    /// The login name, unique on the installation.
    pub login: String,
    /// Argon2id in PHC form.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// Whether the account can sign in.
    pub active: bool,
    /// The password must be changed before anything else.
    pub must_change_password: bool,
    /// Wrong passwords since the last right one.
    pub failed_attempts: i32,
    /// No sign-in before this time.
    pub locked_until: Option<DateTimeUtc>,
    /// Goes up to end all sessions of the person.
    pub session_epoch: i32,
    /// When it was made.
    pub created_at: DateTimeUtc,
}

/// Joins are written out where they are needed.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
