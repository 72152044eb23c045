//! `POST /session/password`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::session::ChangePassword;
use lanmu_domain::ledger::LedgerAct;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use tower_sessions::Session;

use crate::db::{Begun, LedgerEntry, WriteTx, replayed};
use crate::entity::{password_history, person};
use crate::error::Problem;
use crate::password::{self, HISTORY};
use crate::session::{AnyPassword, PERSON, Remembered, SignedIn, WriteRequest, session_problem};
use crate::state::AppState;

/// Changes one's own password; other sessions of the person end.
#[utoipa::path(
    post, path = "/session/password", tag = "session", request_body = ChangePassword,
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn change_password(
    State(state): State<AppState>,
    AnyPassword { who, .. }: AnyPassword,
    session: Session,
    request: WriteRequest<ChangePassword>,
) -> Result<Response, Problem> {
    let idempotency = request.idempotency.without_body();
    // Asked first: on a retry the current password is no longer the current one.
    if let Some(response) = replayed(&state, &who, &idempotency).await? {
        return Ok(response);
    }
    let hash = checked(&state, &who, request.body).await?;

    let write = match WriteTx::begin(&state, &who, &idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let epoch = store(&write, &who, hash).await?;
    let post = who
        .posts
        .first()
        .map(|view| view.post.title.clone())
        .unwrap_or_default();
    write
        .ledger(
            LedgerAct::PasswordChanged,
            LedgerEntry {
                post,
                ..Default::default()
            },
        )
        .await?;
    let seen_at = write.now().timestamp_millis();
    let response = write.commit(StatusCode::OK, &()).await?;
    let remembered = Remembered {
        person_id: who.person.id,
        epoch,
        seen_at,
    };
    session
        .insert(PERSON, remembered)
        .await
        .map_err(session_problem)?;
    Ok(response)
}

/// The hash of the new password, if the current one is right and the new one will do.
async fn checked(
    state: &AppState,
    who: &SignedIn,
    ChangePassword { current, new }: ChangePassword,
) -> Result<String, Problem> {
    let hash = who.person.password_hash.clone();
    if !password::verify(current, Some(hash.clone())).await? {
        return Err(wrong_current());
    }
    if let Some(problem) = password::policy_problem(&new, &who.person.login) {
        return Err(Problem::invalid_field("new", problem));
    }
    let former = password_history::Entity::find()
        .filter(password_history::Column::PersonId.eq(who.person.id))
        .order_by_desc(password_history::Column::Id)
        .limit(HISTORY)
        .all(state.db.conn())
        .await?;
    for hash in former
        .into_iter()
        .map(|row| row.password_hash)
        .chain([hash])
    {
        if password::verify(new.clone(), Some(hash)).await? {
            let message = format!("不能使用最近 {HISTORY} 次用过的密码。");
            return Err(Problem::invalid_field("new", message));
        }
    }
    password::hash(new).await
}

/// Stores the new hash; gives the epoch that ends all earlier sessions.
async fn store(write: &WriteTx, who: &SignedIn, hash: String) -> Result<i32, Problem> {
    let person = person::Entity::find_by_id(who.person.id)
        .one(write.tx())
        .await?
        .filter(|person| person.password_hash == who.person.password_hash)
        .ok_or_else(wrong_current)?;
    let former = password_history::ActiveModel {
        person_id: Set(person.id),
        password_hash: Set(hash.clone()),
        set_at: Set(write.now_utc()),
        ..Default::default()
    };
    former.insert(write.tx()).await?;
    let epoch = person.session_epoch.wrapping_add(1);
    let mut row: person::ActiveModel = person.into();
    row.password_hash = Set(hash);
    row.must_change_password = Set(false);
    row.session_epoch = Set(epoch);
    row.update(write.tx()).await?;
    Ok(epoch)
}

fn wrong_current() -> Problem {
    Problem::invalid_field("current", "当前密码不正确。")
}
