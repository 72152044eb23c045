//! People and their posts.

use gloo_net::http::Method;
use lanmu_api::page::Page;
use lanmu_api::path;
use lanmu_api::person::{CreatePerson, GrantPost, IssuedPassword, PersonRow, SetActive};
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A page of people.
pub async fn people(
    q: Option<String>,
    after: Option<String>,
) -> Result<Page<PersonRow>, ClientError> {
    let query = query(&[("q", q), ("after", after)]);
    get(&format!("{}{query}", path::PEOPLE)).await
}

/// Makes an account; the password is shown once.
pub async fn create(
    form: CreatePerson,
    key: IdempotencyKey,
) -> Result<IssuedPassword, ClientError> {
    send(Method::POST, path::PEOPLE, &form, &key).await
}

/// Makes a new password; shown once.
pub async fn reset_password(id: i64, key: IdempotencyKey) -> Result<IssuedPassword, ClientError> {
    send(
        Method::POST,
        &path::person_act(id, "reset-password"),
        &(),
        &key,
    )
    .await
}

/// Opens or closes an account.
pub async fn set_active(id: i64, form: SetActive, key: IdempotencyKey) -> Result<(), ClientError> {
    done(
        send(
            Method::POST,
            &path::person_act(id, "activation"),
            &form,
            &key,
        )
        .await,
    )
}

/// Grants a post.
pub async fn grant_post(id: i64, form: GrantPost, key: IdempotencyKey) -> Result<(), ClientError> {
    done(send(Method::POST, &path::person_act(id, "posts"), &form, &key).await)
}

/// Ends a post.
pub async fn end_post(
    person_id: i64,
    post_id: i64,
    key: IdempotencyKey,
) -> Result<(), ClientError> {
    done(
        send(
            Method::DELETE,
            &path::person_post(person_id, post_id),
            &(),
            &key,
        )
        .await,
    )
}

fn done(answer: Result<IgnoredAny, ClientError>) -> Result<(), ClientError> {
    answer.map(|_| ())
}
