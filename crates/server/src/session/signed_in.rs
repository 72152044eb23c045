//! The extractor that every handler behind the sign-in uses.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use lanmu_api::error::ErrorCode;
use lanmu_api::session::PostView;
use lanmu_domain::delegation::signed_name;
use lanmu_domain::permission::{Permission, sees_items};
use lanmu_domain::role::{Actor, DelegatedPost, Role};
use sea_orm::{ConnectionTrait, EntityTrait};
use tower_sessions::Session;

use super::watching::is_in_background;
use super::{PERSON, Remembered, delegated_to, posts_of};
use crate::clock::local;
use crate::entity::person;
use crate::error::Problem;
use crate::state::AppState;

/// How often a session is marked as used: a write per request would be one too many.
const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// A person who is signed in, with the posts held at this moment.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub person: person::Model,
    /// The same, as the domain's rules want it.
    pub actor: Actor,
    /// The posts with the names of their departments.
    pub posts: Vec<PostView>,
    /// For whom the act at hand is done, if the person stands in (委托代办).
    pub on_behalf_of: Option<DelegatedPost>,
}

/// Like [`SignedIn`], also for people who must change their password first.
#[derive(Clone, Debug)]
pub struct AnyPassword {
    /// The person.
    pub who: SignedIn,
    /// When the session ends if nothing more is done.
    pub idle_ends_at: DateTime<FixedOffset>,
}

impl SignedIn {
    /// The person with these posts, who stands in for nobody.
    #[must_use]
    pub fn holding(person: person::Model, posts: Vec<PostView>) -> Self {
        let held = posts.iter().map(|view| view.post.clone()).collect();
        Self {
            actor: Actor::new(person.id, held),
            person,
            posts,
            on_behalf_of: None,
        }
    }

    /// The person with what is held and delegated at this moment.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn load<C: ConnectionTrait>(
        db: &C,
        person: person::Model,
        now: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let posts = posts_of(db, person.id).await?;
        let mut who = Self::holding(person, posts);
        who.actor.delegated = delegated_to(db, who.person.id, now).await?;
        Ok(who)
    }

    /// The name under which the act at hand stands in the ledger: 乙, or 乙代甲.
    #[must_use]
    pub fn signed_name(&self) -> String {
        let principal = self.on_behalf_of.as_ref();
        signed_name(
            &self.person.name,
            principal.map(|of| of.principal_name.as_str()),
        )
    }

    /// The people of the act at hand: the person, and for whom it is done.
    #[must_use]
    pub fn people(&self) -> Vec<i64> {
        let principal = self.on_behalf_of.as_ref().map(|of| of.principal_id);
        std::iter::once(self.person.id).chain(principal).collect()
    }

    /// Refuses whoever lacks the permission.
    ///
    /// # Errors
    /// 403.
    pub fn need(&self, permission: Permission) -> Result<(), Problem> {
        if permission.held(&self.actor) {
            Ok(())
        } else {
            Err(Problem::not_allowed())
        }
    }

    /// Whether the items of this department may be seen.
    #[must_use]
    pub fn sees(&self, department_id: i64) -> bool {
        sees_items(&self.actor, department_id)
    }

    /// The departments whose items the person sees by a post or by standing in for a reviewer,
    /// without duplicates.
    #[must_use]
    pub fn item_departments(&self) -> Vec<i64> {
        let delegated = self.actor.delegated.iter();
        let mut ids = self.departments();
        ids.extend(delegated.filter_map(|d| d.post.department_id));
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The departments in which a post is held, without duplicates.
    #[must_use]
    pub fn departments(&self) -> Vec<i64> {
        let mut ids: Vec<i64> = self
            .actor
            .posts
            .iter()
            .filter_map(|post| post.department_id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The title under which an act is done, as the ledger keeps it: that of the post with this
    /// role in this department, be it one's own or the one for which the person stands in, or of
    /// the first post.
    #[must_use]
    pub fn title(&self, role: Role, department_id: Option<i64>) -> String {
        let delegated = self.on_behalf_of.as_ref().map(|of| &of.post);
        if let Some(post) =
            delegated.filter(|post| post.role == role && post.department_id == department_id)
        {
            return post.title.clone();
        }
        self.actor
            .posts
            .iter()
            .find(|post| post.role == role && post.department_id == department_id)
            .or_else(|| self.actor.posts.first())
            .map(|post| post.title.clone())
            .unwrap_or_default()
    }
}

impl FromRequestParts<AppState> for AnyPassword {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let session = Session::from_request_parts(parts, state)
            .await
            .map_err(|(_, message)| Problem::internal(message))?;
        let signed_out = || Problem::new(ErrorCode::NotSignedIn);
        let remembered: Remembered = session
            .get(PERSON)
            .await
            .map_err(session_problem)?
            .ok_or_else(signed_out)?;
        let now = state.clock.now();
        let idle = state.settings.idle;
        if now > used_at(&remembered) + idle {
            session.flush().await.map_err(session_problem)?;
            return Err(signed_out());
        }
        let person = person::Entity::find_by_id(remembered.person_id)
            .one(state.db.conn())
            .await?
            .filter(|person| person.active && person.session_epoch == remembered.epoch)
            .ok_or_else(signed_out)?;
        let mut used_at = used_at(&remembered);
        if now > used_at + TOUCH && !is_in_background(parts) {
            used_at = now;
            let seen = Remembered {
                seen_at: now.timestamp_millis(),
                ..remembered
            };
            session
                .insert(PERSON, seen)
                .await
                .map_err(session_problem)?;
        }
        let idle_ends_at = used_at + idle;
        Ok(Self {
            who: SignedIn::load(state.db.conn(), person, now.to_utc()).await?,
            idle_ends_at,
        })
    }
}

fn used_at(remembered: &Remembered) -> DateTime<FixedOffset> {
    local(DateTime::<Utc>::from_timestamp_millis(remembered.seen_at).unwrap_or_default())
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let AnyPassword { who, .. } = AnyPassword::from_request_parts(parts, state).await?;
        if who.person.must_change_password {
            return Err(Problem::new(ErrorCode::PasswordChangeRequired));
        }
        Ok(who)
    }
}

/// The session's record cannot be read or written: the database is the cause.
#[expect(clippy::needless_pass_by_value, reason = "given to map_err as it is")]
pub(crate) fn session_problem(error: tower_sessions::session::Error) -> Problem {
    Problem::unavailable(format!("session store: {error}"))
}
