//! 工作交接: what somebody holds goes to a successor.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::review::Stage;
use lanmu_domain::role::Role;
use lanmu_domain::roster::RosterRole;
use serde::{Deserialize, Serialize};

use crate::person::HeldPost;

/// `GET /people/{id}/handover?successor_id=&post_ids=`: what the person holds, and what of it the successor could not
/// take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverView {
    /// The person.
    pub person_id: i64,
    /// The name.
    pub name: String,
    /// The posts, with whether anybody else holds each.
    pub posts: Vec<HandoverPost>,
    /// Drafts and returned items that the person began, of the departments where the person writes.
    pub drafts: Vec<HandoverItem>,
    /// Items that wait at a stage of the person's posts.
    pub waiting: Vec<HandoverItem>,
    /// Delegations that are not over.
    pub delegations: Vec<HandoverDelegation>,
    /// Entries of rosters that name the person.
    pub entries: Vec<HandoverEntry>,
    /// Who could take over.
    pub successors: Vec<Successor>,
}

/// A post of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverPost {
    /// The holding.
    #[serde(flatten)]
    pub held: HeldPost,
    /// Whether nobody else with an open account holds the role there.
    pub last: bool,
}

/// An item; without what it says, which whoever grants posts does not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverItem {
    /// The article.
    pub article_id: i64,
    /// Its department.
    pub department_id: i64,
    /// The stage that it waits at; `None` for drafts.
    pub stage: Option<Stage>,
    /// Since when it has been so.
    pub since: DateTime<FixedOffset>,
    /// People who have part in it already and could not sign it.
    pub taken: Vec<i64>,
}

/// A delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverDelegation {
    /// Its id.
    pub id: i64,
    /// The holding that was passed on.
    pub post_id: i64,
    /// Whether the person gave it; else the person received it.
    pub given: bool,
    /// The other one.
    pub other_name: String,
    /// The title of the post.
    pub title: String,
    /// The role.
    pub role: Role,
    /// Until when.
    pub until: DateTime<FixedOffset>,
}

/// An entry of a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandoverEntry {
    /// Its id.
    pub id: i64,
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// Which part of the form.
    pub role: RosterRole,
    /// The post on the form.
    pub post: String,
}

/// Somebody with an open account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Successor {
    /// The person.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The login name, since names repeat.
    pub login: String,
    /// Titles of the posts held now.
    pub titles: Vec<String>,
}

/// `POST /people/{id}/handover`, by the security administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandOver {
    /// Who takes over.
    pub successor_id: i64,
    /// The holdings that go over; what else is handed over follows from them.
    pub post_ids: Vec<i64>,
    /// Why.
    pub reason: String,
    /// The items that the successor cannot sign, as they were shown: they wait for somebody else.
    #[serde(default)]
    pub left_out: Vec<i64>,
}

/// The answer to [`HandOver`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandedOver {
    /// Posts that went over.
    pub posts: usize,
    /// Drafts that went over.
    pub drafts: usize,
    /// Items that wait for the successor now.
    pub waiting: usize,
    /// Items that wait for somebody else, since the successor has part in them.
    pub left_out: usize,
    /// Delegations to the person that went over to the successor.
    pub delegations_moved: usize,
    /// Delegations that ended.
    pub delegations_ended: usize,
    /// Entries of rosters that went over.
    pub entries: usize,
}
