//! Signing in and out.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::permission::Permission;
use lanmu_domain::role::{DelegatedPost, Post};
use serde::{Deserialize, Serialize};

/// `POST /session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// Login name.
    pub login: String,
    /// Password.
    pub password: String,
}

/// `GET /session`, and the answer to signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// The person.
    pub person_id: i64,
    /// The person's name.
    pub name: String,
    /// The login name.
    pub login: String,
    /// The posts held now.
    pub posts: Vec<PostView>,
    /// What follows from the posts.
    pub permissions: Vec<Permission>,
    /// The password must be changed before anything else.
    pub must_change_password: bool,
    /// When the session ends if nothing is done.
    pub idle_ends_at: DateTime<FixedOffset>,
    /// For whom the person stands in now.
    #[serde(default)]
    pub delegated: Vec<DelegatedView>,
    /// Who stands in for the person now.
    #[serde(default)]
    pub passed_on: Vec<PassedOnView>,
}

/// A post of somebody else for which the person stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegatedView {
    /// The post, and whose it is.
    #[serde(flatten)]
    pub delegated: DelegatedPost,
    /// The name of its department.
    pub department_name: String,
}

/// A post of the person for which somebody else stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassedOnView {
    /// The delegation.
    pub delegation_id: i64,
    /// Who stands in.
    pub delegate_name: String,
    /// The title of the post.
    pub title: String,
    /// The name of its department.
    pub department_name: String,
    /// When it ends by itself.
    pub until: DateTime<FixedOffset>,
}

/// A post with the name of its department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostView {
    /// The post.
    #[serde(flatten)]
    pub post: Post,
    /// Its department, empty for posts of the whole site.
    pub department_name: String,
}

/// `POST /session/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    /// The password until now.
    pub current: String,
    /// The new one: at least 8 characters, 3 of 4 classes, none of the last 5.
    pub new: String,
}
