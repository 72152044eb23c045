//! The review card beside the article.

use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::review_card::{Against, Comparison, MarkSeen, ReviewCardView};
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// Deadline, place in the inbox, what the article can be compared with.
pub async fn review_card(id: i64) -> Result<ReviewCardView, ClientError> {
    get(&path::article_review_card(id)).await
}

/// The content that the article is compared with.
pub async fn comparison(id: i64, against: Against) -> Result<Comparison, ClientError> {
    get(&path::article_comparison(id, against.key())).await
}

/// This revision is on the card.
pub async fn mark_seen(id: i64, revision: String) -> Result<(), ClientError> {
    let form = MarkSeen { revision };
    let key = IdempotencyKey::new();
    let answer: Result<IgnoredAny, _> =
        send(Method::POST, &path::article_seen(id), &form, &key).await;
    answer.map(|_| ())
}
