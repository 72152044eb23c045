//! Who is signed in, and what they may do.
//!
//! A session that ends while somebody works does not take the page away: the sign-in dialog opens
//! over it, and what was typed stays.

use std::cell::RefCell;

use lanmu_api::session::SessionView;
use lanmu_api::site::SiteView;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::{Actor, Role};
use leptos::prelude::*;

use crate::api::{self, ClientError};

thread_local! {
    /// The client tells of a 401 from inside a request, where there is no context.
    static EXPIRED: RefCell<Option<RwSignal<bool>>> = const { RefCell::new(None) };
}

/// The session, for everything below the app.
#[derive(Clone, Copy)]
pub struct Session {
    who: RwSignal<Option<SessionView>>,
    expired: RwSignal<bool>,
    epoch: RwSignal<u32>,
    /// The answer of the first question who is signed in.
    pub first: LocalResource<Result<Option<SessionView>, ClientError>>,
    /// The site.
    pub site: LocalResource<Result<SiteView, ClientError>>,
}

impl Session {
    /// Who is signed in.
    #[must_use]
    pub fn who(self) -> Option<SessionView> {
        self.who.get()
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub fn is_signed_in(self) -> bool {
        self.who.with(Option::is_some)
    }

    /// Whether the session ended while somebody worked.
    #[must_use]
    pub fn is_expired(self) -> bool {
        self.expired.get()
    }

    /// Goes up with every sign-in; what is shown is fetched again.
    pub fn track_sign_ins(self) {
        self.epoch.track();
    }

    /// Whether the person may; reactive.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        self.who.with(|who| {
            who.as_ref()
                .is_some_and(|who| who.permissions.contains(&permission))
        })
    }

    /// The person as the domain's rules want it.
    #[must_use]
    pub fn actor(self) -> Option<Actor> {
        self.who.with(|who| {
            who.as_ref().map(|who| {
                let held = who.posts.iter().map(|view| view.post.clone()).collect();
                let delegated = who.delegated.iter();
                Actor {
                    delegated: delegated.map(|view| view.delegated.clone()).collect(),
                    ..Actor::new(who.person_id, held)
                }
            })
        })
    }

    /// The departments in which the person holds this role: id and name.
    #[must_use]
    pub fn departments_as(self, role: Role) -> Vec<(i64, String)> {
        self.who.with(|who| {
            who.iter()
                .flat_map(|who| &who.posts)
                .filter(|view| view.post.role == role)
                .filter_map(|view| Some((view.post.department_id?, view.department_name.clone())))
                .collect()
        })
    }

    /// All departments in which the person holds a post, without duplicates.
    #[must_use]
    pub fn departments(self) -> Vec<(i64, String)> {
        let mut all: Vec<(i64, String)> = self.who.with(|who| {
            who.iter()
                .flat_map(|who| &who.posts)
                .filter_map(|view| Some((view.post.department_id?, view.department_name.clone())))
                .collect()
        });
        all.dedup_by_key(|(id, _)| *id);
        all
    }

    /// The answer to signing in.
    pub fn signed_in(self, view: SessionView) {
        let before = self
            .who
            .with_untracked(|who| who.as_ref().map(|who| who.person_id));
        if before.is_some_and(|before| before != view.person_id) {
            // Somebody else: nothing of the former person's page may stay.
            let _ = window().location().set_href("/");
            return;
        }
        api::early::forget();
        self.who.set(Some(view));
        self.expired.set(false);
        self.epoch.update(|epoch| *epoch += 1);
    }

    /// What the server says now of the person who is signed in. Nothing on the page moves unless
    /// posts, permissions or delegations are others.
    pub fn renew(self, view: SessionView) {
        let other = self.who.with_untracked(|who| {
            who.as_ref().is_some_and(|who| {
                let same_time = SessionView {
                    idle_ends_at: who.idle_ends_at,
                    ..view.clone()
                };
                who.person_id == view.person_id && *who != same_time
            })
        });
        if other {
            self.who.set(Some(view));
        }
    }

    /// Whether the person reviews with this role: under a post of the own or for somebody else.
    #[must_use]
    pub fn reviews_as(self, role: Role) -> bool {
        self.actor().is_some_and(|actor| {
            actor.holds(role) || actor.delegated.iter().any(|d| d.post.role == role)
        })
    }

    /// After signing out.
    pub fn signed_out(self) {
        self.who.set(None);
        self.expired.set(false);
    }

    /// Whether the password must be changed before anything else.
    #[must_use]
    pub fn must_change_password(self) -> bool {
        self.who
            .with(|who| who.as_ref().is_some_and(|who| who.must_change_password))
    }

    /// The name of the site and whether it is a demonstration.
    #[must_use]
    pub fn site_view(self) -> Option<SiteView> {
        self.site.get().and_then(Result::ok)
    }
}

/// Makes the session known to everything below and asks the server who is signed in.
pub fn provide_session() {
    let who = RwSignal::new(None);
    let expired = RwSignal::new(false);
    EXPIRED.with_borrow_mut(|slot| *slot = Some(expired));
    let first = LocalResource::new(move || async move {
        match api::session::current().await {
            Ok(view) => {
                who.set(Some(view.clone()));
                Ok(Some(view))
            }
            // Nobody was signed in: not an expired session.
            Err(error @ ClientError::Api(_)) if is_signed_out(&error) => {
                expired.set(false);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    });
    let site = LocalResource::new(api::site::site);
    provide_context(Session {
        who,
        expired,
        epoch: RwSignal::new(0),
        first,
        site,
    });
}

/// The session.
#[must_use]
pub fn use_session() -> Session {
    expect_context::<Session>()
}

/// The server no longer knows the session.
pub fn expire() {
    EXPIRED.with_borrow(|slot| {
        if let Some(expired) = slot {
            expired.set(true);
        }
    });
}

fn is_signed_out(error: &ClientError) -> bool {
    error.code() == Some(lanmu_api::error::ErrorCode::NotSignedIn)
}
