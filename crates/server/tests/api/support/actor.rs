//! Somebody at a browser.

use std::sync::atomic::{AtomicU64, Ordering};

use lanmu_api::path;
use lanmu_api::session::{SessionView, SignIn};
use reqwest::{Client, Method, RequestBuilder, header};
use serde::Serialize;

use super::{PASSWORD, Reply};

static KEYS: AtomicU64 = AtomicU64::new(1);

/// Somebody at a browser, with cookies of their own. Writes carry `Origin` and, unless it is
/// given, a fresh `Idempotency-Key`.
#[derive(Clone, Debug)]
pub struct Actor {
    client: Client,
    base: String,
    /// The person; 0 while nobody is signed in.
    pub person_id: i64,
    /// The name on pages.
    pub name: String,
    /// The login name.
    pub login: String,
}

impl Actor {
    /// Somebody who is not signed in.
    pub fn new(base: &str) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .no_proxy()
            .build()
            .expect("a client");
        let (name, login) = (String::new(), String::new());
        Self {
            client,
            base: base.to_owned(),
            person_id: 0,
            name,
            login,
        }
    }

    pub(super) async fn signed_in(base: &str, login: &str) -> Self {
        let mut actor = Self::new(base);
        let session: SessionView = actor.sign_in(login, PASSWORD).await.body();
        actor.person_id = session.person_id;
        actor.name = session.name;
        actor.login = session.login;
        actor
    }

    /// Tries to sign in.
    pub async fn sign_in(&self, login: &str, password: &str) -> Reply {
        let body = SignIn {
            login: login.to_owned(),
            password: password.to_owned(),
        };
        self.post(path::SESSION, &body).await
    }

    /// A request with nothing but `Origin` and the cookies.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.base);
        self.client
            .request(method, url)
            .header(header::ORIGIN, &self.base)
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Reply {
        send(self.request(Method::GET, path)).await
    }

    /// `POST`.
    pub async fn post(&self, path: &str, body: &(impl Serialize + ?Sized)) -> Reply {
        send(self.write(Method::POST, path, &fresh_key(), body)).await
    }

    /// `POST` with a key of one's own, for trying again.
    pub async fn post_again(
        &self,
        path: &str,
        key: &str,
        body: &(impl Serialize + ?Sized),
    ) -> Reply {
        send(self.write(Method::POST, path, key, body)).await
    }

    /// `PUT`.
    pub async fn put(&self, path: &str, body: &(impl Serialize + ?Sized)) -> Reply {
        send(self.write(Method::PUT, path, &fresh_key(), body)).await
    }

    /// `DELETE` without a body.
    pub async fn delete(&self, path: &str) -> Reply {
        let request = self.request(Method::DELETE, path);
        send(request.header(path::IDEMPOTENCY_KEY, fresh_key())).await
    }

    fn write(
        &self,
        method: Method,
        path: &str,
        key: &str,
        body: &(impl Serialize + ?Sized),
    ) -> RequestBuilder {
        self.request(method, path)
            .header(path::IDEMPOTENCY_KEY, key)
            .json(body)
    }
}

/// Sends a request and reads the answer to its end.
pub async fn send(request: RequestBuilder) -> Reply {
    Reply::read(request.send().await.expect("the server answers")).await
}

fn fresh_key() -> String {
    format!("test-{}", KEYS.fetch_add(1, Ordering::Relaxed))
}
