//! Who looks on without doing anything: pages that keep themselves up to date.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use lanmu_api::error::ErrorCode;
use lanmu_api::path::IN_BACKGROUND;
use tower_sessions::{Session, SessionStore as _};

use super::{DatabaseStore, SignedIn, session_problem};
use crate::error::Problem;
use crate::state::AppState;

/// Like [`SignedIn`], but the request does not count as use of the session, and whether the session
/// still stands can be asked again while the answer goes on.
#[derive(Clone, Debug)]
pub struct Watching {
    /// The person with the posts held when it was last asked.
    pub who: SignedIn,
    parts: Parts,
}

/// Marks a request that is made by the page, not by the person.
#[derive(Clone, Copy)]
struct InBackground;

/// Whether a request leaves the session as unused as it was.
pub(super) fn is_in_background(parts: &Parts) -> bool {
    parts.headers.contains_key(IN_BACKGROUND) || parts.extensions.get::<InBackground>().is_some()
}

impl Watching {
    /// Asks again who this is: the session may have ended, posts may have begun and ended.
    ///
    /// # Errors
    /// As [`SignedIn`]: 401 once the session has ended. The database does not answer.
    pub async fn ask_again(&mut self, state: &AppState) -> Result<(), Problem> {
        let signed_out = || Problem::new(ErrorCode::NotSignedIn);
        let session = self.parts.extensions.get::<Session>();
        let session = session.ok_or_else(signed_out)?;
        let id = session.id().ok_or_else(signed_out)?;
        let stored = DatabaseStore::new(state.db.clone()).load(&id).await;
        stored
            .map_err(|error| session_problem(error.into()))?
            .ok_or_else(signed_out)?;
        // The session remembers what it once read.
        session.load().await.map_err(session_problem)?;
        self.who = SignedIn::from_request_parts(&mut self.parts, state).await?;
        Ok(())
    }
}

impl FromRequestParts<AppState> for Watching {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        parts.extensions.insert(InBackground);
        let who = SignedIn::from_request_parts(parts, state).await?;
        Ok(Self {
            who,
            parts: parts.clone(),
        })
    }
}
