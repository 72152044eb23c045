//! 紧急发布 and its retrospective review.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::review::{EmergencyStatus, EmergencyVerdict};
use serde::{Deserialize, Serialize};

/// `POST /articles/{id}/emergency-release`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReleaseInEmergency {
    /// The version that the person saw.
    pub version: i64,
    /// The hash of the revision that the person saw.
    pub revision: String,
    /// Why it cannot wait.
    pub reason: String,
}

/// `POST /articles/{id}/emergency-review`: 事后审核.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewEmergency {
    /// The version that the person saw.
    pub version: i64,
    /// What was found.
    pub verdict: EmergencyVerdict,
    /// Needed where a withdrawal is ordered.
    #[serde(default)]
    pub opinion: String,
}

/// An emergency release as the article shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmergencyView {
    /// Who released it.
    pub person_id: i64,
    /// The name of that person.
    pub by: String,
    /// The post.
    pub post: String,
    /// Who had submitted it, where a review was open.
    pub submitter_id: Option<i64>,
    /// The hash of the revision that was released.
    pub revision: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Until when it has to be reviewed.
    pub due: DateTime<FixedOffset>,
    /// How the review stands; never `void` here.
    pub status: EmergencyStatus,
    /// What the review found.
    pub review: Option<EmergencyReviewView>,
}

/// What a retrospective review found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmergencyReviewView {
    /// The verdict.
    pub verdict: EmergencyVerdict,
    /// In words; may be empty.
    pub opinion: String,
    /// By whom.
    pub by: String,
    /// The post.
    pub post: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// An item of `GET /emergencies?status=&department_id=&from=&to=&after=&limit=`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmergencyRow {
    /// Its id.
    pub id: i64,
    /// The article.
    pub article_id: i64,
    /// The title as it was released.
    pub title: String,
    /// The department.
    pub department_name: String,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// How it stands.
    pub status: EmergencyStatus,
    /// Who released it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Until when it has to be reviewed.
    pub due: DateTime<FixedOffset>,
    /// What the review found.
    pub review: Option<EmergencyReviewView>,
}

/// `GET /emergencies/share?from=&to=`: how many of the releases of a period were emergency ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmergencyShareView {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Departments with an emergency release in the period, the most first.
    pub departments: Vec<EmergencyShare>,
    /// All departments that the person sees, those without emergency releases included.
    pub all: EmergencyShare,
}

/// The figure of a department, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmergencyShare {
    /// The department; empty for all.
    pub department_name: String,
    /// Emergency releases, those that were void before publication left out.
    pub emergencies: u64,
    /// All releases: those approved in three reviews, and the emergency ones.
    pub releases: u64,
}

impl EmergencyShare {
    /// In per cent, rounded half up; 0 where nothing was released.
    #[must_use]
    pub const fn per_cent(&self) -> u64 {
        if self.releases == 0 {
            return 0;
        }
        (self.emergencies * 200 + self.releases) / (self.releases * 2)
    }
}
