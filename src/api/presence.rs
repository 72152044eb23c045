//! Who else writes at the same item.

use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::presence::{Present, PresentPerson};

use super::client::send;
use super::{ClientError, IdempotencyKey};

/// Says that the editor is open, or left; gives the others.
pub async fn present(id: i64, leaving: bool) -> Result<Vec<PresentPerson>, ClientError> {
    let key = IdempotencyKey::new();
    send(
        Method::POST,
        &path::article_presence(id),
        &Present { leaving },
        &key,
    )
    .await
}
