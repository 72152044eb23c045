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

use crate::db::{Begun, LedgerEntry, WriteTx};
use crate::entity::{password_history, person};
use crate::error::Problem;
use crate::password::{self, HISTORY};
use crate::session::{AnyPassword, PERSON, Remembered, WriteRequest, session_problem};
use crate::state::AppState;

/// Changes one's own password; other sessions of the person end.
#[utoipa::path(
    post, path = "/session/password", tag = "session", request_body = ChangePassword,
    responses((status = 200), (status = 422, body = ErrorBody))
)]
pub async fn change_password(
    State(state): State<AppState>,
    AnyPassword(who): AnyPassword,
    session: Session,
    request: WriteRequest<ChangePassword>,
) -> Result<Response, Problem> {
    let ChangePassword { current, new } = request.body;
    let hash = who.person.password_hash.clone();
    if !password::verify(current, Some(hash.clone())).await? {
        return Err(Problem::invalid_field("current", "当前密码不正确。"));
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
    for hash in former.into_iter().map(|row| row.password_hash).chain([hash]) {
        if password::verify(new.clone(), Some(hash)).await? {
            let message = format!("不能使用最近 {HISTORY} 次用过的密码。");
            return Err(Problem::invalid_field("new", message));
        }
    }
    let hash = password::hash(new).await?;

    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    store(&write, &who.person, hash).await?;
    let post = who.posts.first().map(|view| view.post.title.clone()).unwrap_or_default();
    write.ledger(LedgerAct::PasswordChanged, LedgerEntry { post, ..Default::default() }).await?;
    let remembered = Remembered {
        person_id: who.person.id,
        epoch: who.person.session_epoch + 1,
        seen_at: write.now().timestamp_millis(),
    };
    let response = write.commit(StatusCode::OK, &()).await?;
    session.insert(PERSON, remembered).await.map_err(session_problem)?;
    Ok(response)
}

async fn store(write: &WriteTx, person: &person::Model, hash: String) -> Result<(), Problem> {
    let former = password_history::ActiveModel {
        person_id: Set(person.id),
        password_hash: Set(hash.clone()),
        set_at: Set(write.now_utc()),
        ..Default::default()
    };
    former.insert(write.tx()).await?;
    let mut row: person::ActiveModel = person.clone().into();
    row.password_hash = Set(hash);
    row.must_change_password = Set(false);
    row.session_epoch = Set(person.session_epoch + 1);
    row.update(write.tx()).await?;
    Ok(())
}
