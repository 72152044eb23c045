//! `POST /session`.

use axum::Json;
use axum::body::Bytes;
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
use crate::password;
use crate::session::{PERSON, Remembered, parse, posts_of, session_problem, session_view};
use crate::state::AppState;

/// Signs in. After five wrong passwords in a row the account is locked for a quarter of an hour.
#[utoipa::path(
    post, path = "/session", tag = "session", request_body = SignIn,
    responses(
        (status = 200, body = SessionView),
        (status = 401, body = ErrorBody, description = "login or password wrong"),
        (status = 429, body = ErrorBody, description = "locked; see Retry-After"),
    )
)]
pub async fn sign_in(
    State(state): State<AppState>,
    session: Session,
    body: Bytes,
) -> Result<Json<SessionView>, Problem> {
    let SignIn { login, password } = parse(&body)?;
    let now = state.clock.now();
    let person = person::Entity::find()
        .filter(person::Column::Login.eq(login.trim()))
        .one(state.db.conn())
        .await?
        .filter(|person| person.active);
    if let Some(until) = person.as_ref().and_then(|p| p.locked_until)
        && until > now.to_utc()
    {
        return Err(locked(until, now.to_utc()));
    }
    let hash = person.as_ref().map(|person| person.password_hash.clone());
    let right = password::verify(password, hash).await?;
    let wrong = || Problem::new(ErrorCode::WrongCredentials);
    let person = person.ok_or_else(wrong)?;
    if !right {
        return Err(count_failure(&state, person).await?);
    }

    let mut write = WriteTx::begin_system(&state, person.site_id).await?;
    write.act_as(person.id, &person.name);
    let mut row: person::ActiveModel = person.clone().into();
    row.failed_attempts = Set(0);
    row.locked_until = Set(None);
    row.update(write.tx()).await?;
    let posts = posts_of(write.tx(), person.id).await?;
    let post = posts.first().map(|view| view.post.title.clone()).unwrap_or_default();
    write.ledger(LedgerAct::SignedIn, LedgerEntry { post, ..Default::default() }).await?;
    write.finish().await?;

    session.cycle_id().await.map_err(session_problem)?;
    let remembered = Remembered {
        person_id: person.id,
        epoch: person.session_epoch,
        seen_at: now.timestamp_millis(),
    };
    session.insert(PERSON, remembered).await.map_err(session_problem)?;
    Ok(Json(session_view(&person, posts, now + state.settings.idle)))
}

async fn count_failure(state: &AppState, person: person::Model) -> Result<Problem, Problem> {
    let write = WriteTx::begin_system(state, person.site_id).await?;
    let now = write.now_utc();
    // Read again inside the transaction: two attempts at once count as two.
    let person = person::Entity::find_by_id(person.id).one(write.tx()).await?.unwrap_or(person);
    let failures = person.failed_attempts + 1;
    let lock = failures >= state.settings.failures_until_lock;
    let until = now + state.settings.lock;
    let mut row: person::ActiveModel = person.into();
    row.failed_attempts = Set(if lock { 0 } else { failures });
    row.locked_until = Set(lock.then_some(until));
    row.update(write.tx()).await?;
    write.finish().await?;
    Ok(if lock { locked(until, now) } else { Problem::new(ErrorCode::WrongCredentials) })
}

fn locked(until: DateTime<Utc>, now: DateTime<Utc>) -> Problem {
    let seconds = (until - now).num_seconds();
    let minutes = (seconds + 59) / 60;
    let message = format!("密码连续输错，账号已锁定，请于 {minutes} 分钟后再试。");
    Problem::too_many(message, seconds)
}
