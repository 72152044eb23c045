//! The one way to write: a transaction that knows the ledger and the idempotency key.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};
use lanmu_api::error::ErrorCode;
use lanmu_domain::delegation::signed_name;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Stage;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    DbBackend, DbErr, EntityTrait, QueryFilter, QuerySelect, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use serde::Serialize;
use tokio::sync::OwnedMutexGuard;

use crate::entity::{idempotency_key, ledger_head};
use crate::error::Problem;
use crate::ledger;
use crate::session::{Idempotency, SignedIn};
use crate::state::AppState;

/// What a beginning write finds.
pub enum Begun {
    /// The request is new: do it.
    Fresh(Box<WriteTx>),
    /// The request was answered before: this is the answer.
    Replayed(Response),
}

/// A write. Dropping it without [`WriteTx::commit`] leaves nothing behind.
pub struct WriteTx {
    tx: DatabaseTransaction,
    site_id: i64,
    now: DateTime<FixedOffset>,
    day: NaiveDate,
    pending: Option<idempotency_key::ActiveModel>,
    who: Who,
    // Released last, after the transaction has ended.
    _writer: Option<OwnedMutexGuard<()>>,
}

#[derive(Clone, Default)]
struct Who {
    person_id: Option<i64>,
    name: String,
}

/// What a ledger line says; who and when are added by [`WriteTx::ledger`].
#[derive(Clone, Debug, Default)]
pub struct LedgerEntry {
    /// The post under which the act was done.
    pub post: String,
    /// The department that it concerns.
    pub department_id: Option<i64>,
    /// Its name.
    pub department_name: String,
    /// The column that it concerns, as a path.
    pub column_path: String,
    /// The article that it concerns.
    pub article_id: Option<i64>,
    /// Its title, or what else the act is about.
    pub subject: String,
    /// The hash of the revision.
    pub revision: String,
    /// The result or reason in words.
    pub note: String,
    /// At which stage of the review.
    pub stage: Option<Stage>,
    /// The name of the person for whom the act was done, empty for nobody: the line names 乙代甲.
    pub on_behalf_of: String,
}

impl WriteTx {
    /// Begins the write of a signed-in person.
    ///
    /// # Errors
    /// The same key came with another request; the database does not answer.
    pub async fn begin(
        state: &AppState,
        who: &SignedIn,
        request: &Idempotency,
    ) -> Result<Begun, Problem> {
        let mut write = Self::open(state, who.person.site_id).await?;
        let person_id = who.person.id;
        // Asked inside the transaction, where equal requests at once stand in line.
        match known(&write.tx, person_id, request).await {
            Ok(None) => {}
            Ok(Some(response)) => {
                write.tx.rollback().await?;
                return Ok(Begun::Replayed(response));
            }
            Err(problem) => {
                write.tx.rollback().await?;
                return Err(problem);
            }
        }
        write.who = Who {
            person_id: Some(person_id),
            name: who.person.name.clone(),
        };
        write.pending = Some(idempotency_key::ActiveModel {
            person_id: Set(person_id),
            key: Set(request.key.clone()),
            fingerprint: Set(request.fingerprint.clone()),
            created_at: Set(write.now.with_timezone(&Utc)),
            ..Default::default()
        });
        Ok(Begun::Fresh(Box::new(write)))
    }

    /// Begins a write of the system itself: first start, jobs, sign-in.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn begin_system(state: &AppState, site_id: i64) -> Result<Box<Self>, Problem> {
        Self::open(state, site_id).await.map(Box::new)
    }

    async fn open(state: &AppState, site_id: i64) -> Result<Self, Problem> {
        let writer = state.db.alone().await;
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let tx = state.db.conn().begin_with_options(options).await?;
        if tx.get_database_backend() == DbBackend::Postgres {
            // Acts on one site are serial: the chain needs it, and so does "who was first".
            ledger_head::Entity::find_by_id(site_id)
                .lock(LockType::Update)
                .one(&tx)
                .await?;
        }
        let now = state.clock.now();
        Ok(Self {
            tx,
            site_id,
            now,
            day: now.date_naive(),
            pending: None,
            who: Who::default(),
            _writer: writer,
        })
    }

    /// The same write for the site that it has just made.
    #[must_use]
    pub fn for_site(mut self: Box<Self>, site_id: i64) -> Box<Self> {
        self.site_id = site_id;
        self
    }

    /// The transaction, for reading and writing rows.
    #[must_use]
    pub const fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// The site.
    #[must_use]
    pub const fn site_id(&self) -> i64 {
        self.site_id
    }

    /// The time of the whole write.
    #[must_use]
    pub const fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// The same for the database.
    #[must_use]
    pub fn now_utc(&self) -> DateTime<Utc> {
        self.now.with_timezone(&Utc)
    }

    /// The day for which changes of the matrix are made: today.
    #[must_use]
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// Makes changes of the matrix for another day: a version that came into force while no server
    /// ran, or that is only looked at. The time of the write stays what it is.
    pub fn set_day(&mut self, day: NaiveDate) {
        self.day = day;
    }

    /// Writes in somebody's name where there is no session yet: at sign-in and at the first start.
    pub fn act_as(&mut self, person_id: i64, name: &str) {
        self.who = Who {
            person_id: Some(person_id),
            name: name.to_owned(),
        };
    }

    /// Moves the time of the write, for the demonstration's history.
    pub fn set_now(&mut self, now: DateTime<FixedOffset>) {
        self.now = now;
        self.day = now.date_naive();
    }

    /// Appends a line to the ledger.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn ledger(&self, act: LedgerAct, entry: LedgerEntry) -> Result<(), Problem> {
        let line = lanmu_domain::ledger::LedgerLine {
            sequence: 0,
            at: self.now,
            act,
            person_id: self.who.person_id,
            person_name: signed_name(&self.who.name, Some(&entry.on_behalf_of)),
            post: entry.post,
            department_id: entry.department_id,
            department_name: entry.department_name,
            column_path: entry.column_path,
            article_id: entry.article_id,
            subject: entry.subject,
            revision: entry.revision,
            note: entry.note,
            kept_stage: entry.stage,
        };
        ledger::append(&self.tx, self.site_id, line).await?;
        Ok(())
    }

    /// Stores the answer under the idempotency key and makes everything true at once.
    ///
    /// # Errors
    /// The database does not answer; then nothing was stored.
    pub async fn commit<T: Serialize>(
        mut self: Box<Self>,
        status: StatusCode,
        answer: &T,
    ) -> Result<Response, Problem> {
        let body = serde_json::to_string(answer).map_err(Problem::internal)?;
        let status = i16::try_from(status.as_u16()).unwrap_or(200);
        if let Some(mut pending) = self.pending.take() {
            pending.status = Set(status);
            pending.body = Set(body.clone());
            pending.insert(&self.tx).await?;
        }
        self.finish().await?;
        Ok(json(status, body))
    }

    /// Leaves nothing behind: the write was only to be looked at.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn roll_back(self: Box<Self>) -> Result<(), Problem> {
        let Self { tx, _writer, .. } = *self;
        tx.rollback().await?;
        Ok(())
    }

    /// Makes everything true at once, without an answer to keep.
    ///
    /// # Errors
    /// The database does not answer; then nothing was stored.
    pub async fn finish(self: Box<Self>) -> Result<(), Problem> {
        let Self { tx, _writer, .. } = *self;
        tx.commit().await?;
        Ok(())
    }
}

/// The answer to a request that was done before, for handlers that must ask before they begin.
///
/// # Errors
/// The same key came with another request; the database does not answer.
pub async fn replayed(
    state: &AppState,
    who: &SignedIn,
    request: &Idempotency,
) -> Result<Option<Response>, Problem> {
    known(state.db.conn(), who.person.id, request).await
}

async fn known<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    request: &Idempotency,
) -> Result<Option<Response>, Problem> {
    let known = idempotency_key::Entity::find_by_id((person_id, request.key.clone())).one(db);
    match known.await? {
        None => Ok(None),
        Some(known) if known.fingerprint == request.fingerprint => {
            Ok(Some(json(known.status, known.body)))
        }
        Some(_) => Err(Problem::new(ErrorCode::IdempotencyKeyReused)),
    }
}

/// Forgets the answers that were kept for more than `age`: nobody retries for so long.
///
/// # Errors
/// The database does not answer.
pub async fn forget_answers(state: &AppState, age: Duration) -> Result<u64, DbErr> {
    let _writer = state.db.alone().await;
    let before = state.clock.now().to_utc() - age;
    let forgotten = idempotency_key::Entity::delete_many()
        .filter(idempotency_key::Column::CreatedAt.lt(before))
        .exec(state.db.conn())
        .await?;
    Ok(forgotten.rows_affected)
}

fn json(status: i16, body: String) -> Response {
    let status = u16::try_from(status)
        .ok()
        .and_then(|s| StatusCode::from_u16(s).ok());
    let headers = [(header::CONTENT_TYPE, "application/json")];
    (status.unwrap_or(StatusCode::OK), headers, body).into_response()
}
