//! `POST /session`.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use lanmu_api::error::{ErrorBody, ErrorCode};
use lanmu_api::session::{SessionView, SignIn};
use lanmu_domain::ledger::LedgerAct;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use tower_sessions::Session;

use crate::db::{LedgerEntry, WriteTx};
use crate::entity::person;
use crate::error::Problem;
use crate::json::JsonBody;
use crate::password;
use crate::service::delegation::standing;
use crate::session::{PERSON, Remembered, posts_of, session_problem, session_view};
use crate::state::AppState;

/// Signs in. After five wrong passwords in a row the account is locked for a quarter of an hour.
#[utoipa::path(
    post, path = "/session", tag = "session", request_body = SignIn,
    responses(
        (status = 200, body = SessionView),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody, description = "login or password wrong"),
        (status = 429, body = ErrorBody, description = "locked; see Retry-After"),
    )
)]
pub async fn sign_in(
    State(state): State<AppState>,
    session: Session,
    JsonBody(SignIn { login, password }): JsonBody<SignIn>,
) -> Result<Json<SessionView>, Problem> {
    let found = person::Entity::find()
        .filter(person::Column::Login.eq(login.trim().to_ascii_lowercase()))
        .one(state.db.conn())
        .await?
        .filter(|person| person.active);
    if let Some(problem) = found
        .as_ref()
        .and_then(|p| locked(p, state.clock.now().to_utc()))
    {
        return Err(problem);
    }
    let hash = found.as_ref().map(|person| person.password_hash.clone());
    let right = password::verify(password, hash).await?;
    let found = found.ok_or_else(|| Problem::new(ErrorCode::WrongCredentials))?;

    let mut write = WriteTx::begin_system(&state, found.site_id).await?;
    // Read again inside the transaction: attempts at once count each, and a right password does
    // not open an account that was locked, closed or given another password meanwhile.
    let person = person::Entity::find_by_id(found.id)
        .one(write.tx())
        .await?
        .filter(|person| person.active && person.password_hash == found.password_hash)
        .ok_or_else(|| Problem::new(ErrorCode::WrongCredentials))?;
    if let Some(problem) = locked(&person, write.now_utc()) {
        return Err(problem);
    }
    if !right {
        let problem = count_failure(&state, &write, person).await?;
        write.finish().await?;
        return Err(problem);
    }
    let posts = posts_of(write.tx(), person.id).await?;
    let standing = standing(write.tx(), person.id, write.now_utc()).await?;
    write.act_as(person.id, &person.name);
    if person.failed_attempts > 0 || person.locked_until.is_some() {
        let mut row: person::ActiveModel = person.clone().into();
        row.failed_attempts = Set(0);
        row.locked_until = Set(None);
        row.update(write.tx()).await?;
    }
    let post = posts
        .first()
        .map(|view| view.post.title.clone())
        .unwrap_or_default();
    write
        .ledger(
            LedgerAct::SignedIn,
            LedgerEntry {
                post,
                ..Default::default()
            },
        )
        .await?;
    let now = write.now();
    write.finish().await?;

    session.cycle_id().await.map_err(session_problem)?;
    let remembered = Remembered {
        person_id: person.id,
        epoch: person.session_epoch,
        seen_at: now.timestamp_millis(),
    };
    session
        .insert(PERSON, remembered)
        .await
        .map_err(session_problem)?;
    Ok(Json(session_view(
        &person,
        posts,
        standing,
        now + state.settings.idle,
    )))
}

async fn count_failure(
    state: &AppState,
    write: &WriteTx,
    person: person::Model,
) -> Result<Problem, Problem> {
    let failures = person.failed_attempts + 1;
    let lock = failures >= state.settings.failures_until_lock;
    let until = lock.then(|| write.now_utc() + state.settings.lock);
    let mut row: person::ActiveModel = person.into();
    row.failed_attempts = Set(if lock { 0 } else { failures });
    row.locked_until = Set(until);
    let person = row.update(write.tx()).await?;
    let wrong = || Problem::new(ErrorCode::WrongCredentials);
    Ok(locked(&person, write.now_utc()).unwrap_or_else(wrong))
}

/// What is answered while the account is locked.
fn locked(person: &person::Model, now: DateTime<Utc>) -> Option<Problem> {
    let seconds = (person.locked_until? - now).num_seconds();
    let minutes = (seconds + 59) / 60;
    let message = format!("密码连续输错，账号已锁定，请于 {minutes} 分钟后再试。");
    (seconds > 0).then(|| Problem::too_many(message, seconds))
}
