//! People and their posts, for the administrators.

use lanmu_domain::role::Role;
use serde::{Deserialize, Serialize};

use crate::session::PostView;

/// A person in `GET /people?q=&department_id=&after=&limit=`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRow {
    /// The id.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The login name.
    pub login: String,
    /// Whether the account can sign in.
    pub active: bool,
    /// The posts held now, with their ids for ending them.
    pub posts: Vec<HeldPost>,
}

/// A post that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HeldPost {
    /// The id of the holding.
    pub id: i64,
    /// The post.
    #[serde(flatten)]
    pub post: PostView,
}

/// `POST /people`, by the system administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatePerson {
    /// The name.
    pub name: String,
    /// The login name: 3 to 40 letters, digits, dots, hyphens.
    pub login: String,
}

/// The answer to creating a person or resetting a password (`POST /people/{id}/reset-password`):
/// shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IssuedPassword {
    /// The person.
    pub person_id: i64,
    /// A password that must be changed at the first sign-in.
    pub password: String,
}

/// `POST /people/{id}/posts`, by the security administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GrantPost {
    /// The role.
    pub role: Role,
    /// The department; must be given for departmental roles and only for them.
    pub department_id: Option<i64>,
    /// The title, e.g. 信息股股长.
    pub title: String,
}

/// `POST /people/{id}/activation`, by the system administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetActive {
    /// Whether the account can sign in.
    pub active: bool,
}
