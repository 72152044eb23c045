//! Who else works at the same item, or the same draft of the matrix.

use gloo_net::http::Method;
use lanmu_api::presence::{Present, PresentPerson};

use super::client::send;
use super::{ClientError, IdempotencyKey};

/// Says at this address that the page is open, or left; gives the others.
pub async fn present(path: &str, leaving: bool) -> Result<Vec<PresentPerson>, ClientError> {
    let key = IdempotencyKey::new();
    send(Method::POST, path, &Present { leaving }, &key).await
}
