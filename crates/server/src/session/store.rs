//! Sessions in the application's own database.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result, SessionStore};

use crate::db::Db;
use crate::entity::session;

/// Keeps sessions in the table `session`.
#[derive(Clone, Debug)]
pub struct DatabaseStore(Db);

impl DatabaseStore {
    /// A store over the application's database.
    #[must_use]
    pub const fn new(db: Db) -> Self {
        Self(db)
    }
}

#[async_trait]
impl SessionStore for DatabaseStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let _writer = self.0.alone().await;
        // 128 random bits: a collision means a broken generator, and the insert then fails.
        session::Entity::insert(row(record)?)
            .exec_without_returning(self.0.conn())
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let _writer = self.0.alone().await;
        session::Entity::insert(row(record)?)
            .on_conflict(
                OnConflict::column(session::Column::Id)
                    .update_columns([session::Column::Data, session::Column::ExpiresAt])
                    .to_owned(),
            )
            .exec_without_returning(self.0.conn())
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = session::Entity::find_by_id(id.to_string())
            .filter(session::Column::ExpiresAt.gt(Utc::now()))
            .one(self.0.conn())
            .await
            .map_err(backend)?;
        row.map(|row| serde_json::from_str(&row.data).map_err(|e| Error::Decode(e.to_string())))
            .transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let _writer = self.0.alone().await;
        session::Entity::delete_by_id(id.to_string())
            .exec(self.0.conn())
            .await
            .map_err(backend)?;
        Ok(())
    }
}

/// Removes the sessions that have ended by themselves.
///
/// # Errors
/// The database does not answer.
pub async fn end_expired(db: &Db) -> std::result::Result<u64, DbErr> {
    let _writer = db.alone().await;
    let ended = session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lte(Utc::now()))
        .exec(db.conn())
        .await?;
    Ok(ended.rows_affected)
}

fn row(record: &Record) -> Result<session::ActiveModel> {
    let expires_at =
        DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default();
    Ok(session::ActiveModel {
        id: Set(record.id.to_string()),
        data: Set(serde_json::to_string(record).map_err(|e| Error::Encode(e.to_string()))?),
        expires_at: Set(expires_at),
    })
}

fn backend(error: DbErr) -> Error {
    Error::Backend(error.to_string())
}
