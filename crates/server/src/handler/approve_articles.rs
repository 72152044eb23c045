//! `POST /articles/approvals`.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::bulk::{ApproveArticles, BulkOutcome, BulkResult};
use lanmu_api::error::{ErrorBody, ErrorCode};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::{ActKind, BULK_MAX};

use super::act_on_article::act_on_article;
use crate::db::{Begun, WriteTx, replayed};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 批量同意: releases several items, each in a transaction and with a ledger line of its own. The
/// answer says of each whether it went through, and why not.
#[utoipa::path(
    post, path = "/articles/approvals", tag = "articles", request_body = ApproveArticles,
    responses(
        (status = 200, description = "also where no item went through", body = BulkOutcome),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that reviews", body = ErrorBody),
        (status = 409, description = "the key came with another request", body = ErrorBody),
        (status = 422, description = "no item, more than 100, one twice", body = ErrorBody),
    )
)]
pub async fn approve_articles(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<ApproveArticles>,
) -> Result<Response, Problem> {
    who.need(Permission::ReviewArticles)?;
    let WriteRequest { body, idempotency } = request;
    check(&body)?;
    if let Some(answer) = replayed(&state, &who, &idempotency).await? {
        return Ok(answer);
    }
    let mut outcome = BulkOutcome::default();
    for item in &body.items {
        let on = (item.id, ActKind::Approve);
        let own_key = idempotency.for_item(item.id);
        let done = act_on_article(&state, &who, &own_key, on, async |write| {
            article::approve_in_bulk(write, &who, item, &body.opinion).await
        });
        outcome.items.push(BulkResult {
            id: item.id,
            problem: done.await.err().map(Problem::of_item),
        });
    }
    // What failed by our own fault may be tried again with the same key.
    let failed = |result: &BulkResult| {
        result.problem.as_ref().is_some_and(|problem| {
            matches!(problem.code, ErrorCode::Internal | ErrorCode::Unavailable)
        })
    };
    if outcome.items.iter().any(failed) {
        return Ok(axum::response::IntoResponse::into_response(axum::Json(
            outcome,
        )));
    }
    match WriteTx::begin(&state, &who, &idempotency).await? {
        Begun::Fresh(write) => write.commit(StatusCode::OK, &outcome).await,
        Begun::Replayed(answer) => Ok(answer),
    }
}

fn check(body: &ApproveArticles) -> Result<(), Problem> {
    let ids: BTreeSet<i64> = body.items.iter().map(|item| item.id).collect();
    if body.items.is_empty() {
        return Err(Problem::invalid_field("items", "请选择要同意的稿件。"));
    }
    if body.items.len() > BULK_MAX {
        let message = format!("一次最多同意 {BULK_MAX} 件，请分批办理。");
        return Err(Problem::invalid_field("items", message));
    }
    if ids.len() < body.items.len() {
        return Err(Problem::invalid_field("items", "同一稿件选择了两次。"));
    }
    Ok(())
}
