//! Signing in and out.

use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::session::{ChangePassword, SessionView, SignIn};

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// Who is signed in.
pub async fn current() -> Result<SessionView, ClientError> {
    get(path::SESSION).await
}

/// Signs in.
pub async fn sign_in(form: SignIn) -> Result<SessionView, ClientError> {
    send(Method::POST, path::SESSION, &form, &IdempotencyKey::new()).await
}

/// Signs out.
pub async fn sign_out() -> Result<(), ClientError> {
    send(Method::DELETE, path::SESSION, &(), &IdempotencyKey::new()).await
}

/// Changes one's own password.
pub async fn change_password(form: ChangePassword, key: IdempotencyKey) -> Result<(), ClientError> {
    send(Method::POST, path::SESSION_PASSWORD, &form, &key).await
}
