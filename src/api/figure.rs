//! 期限参数.

use gloo_net::http::Method;
use lanmu_api::evidence::Registered;
use lanmu_api::figure::{CancelFigure, FigureView, SetFigure};
use lanmu_api::path;
use lanmu_api::preview::PreviewView;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// All figures with their past and what is planned.
pub async fn figures() -> Result<Vec<FigureView>, ClientError> {
    get(path::FIGURES).await
}

/// Changes a figure from a day on.
pub async fn set(form: SetFigure, key: IdempotencyKey) -> Result<Registered, ClientError> {
    send(Method::POST, path::FIGURES, &form, &key).await
}

/// What that would move.
pub async fn preview_set(form: SetFigure, key: IdempotencyKey) -> Result<PreviewView, ClientError> {
    send(Method::POST, path::FIGURES_PREVIEW, &form, &key).await
}

/// Cancels a planned value.
pub async fn cancel(
    id: i64,
    form: CancelFigure,
    key: IdempotencyKey,
) -> Result<Registered, ClientError> {
    send(Method::POST, &path::figure_act(id, "cancel"), &form, &key).await
}

/// What that would move.
pub async fn preview_cancel(
    id: i64,
    form: CancelFigure,
    key: IdempotencyKey,
) -> Result<PreviewView, ClientError> {
    send(
        Method::POST,
        &path::figure_act(id, "cancel/preview"),
        &form,
        &key,
    )
    .await
}
