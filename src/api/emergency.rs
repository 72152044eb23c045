//! 紧急发布 and 事后审核.

use chrono::NaiveDate;
use gloo_net::http::Method;
use lanmu_api::article::ArticleView;
use lanmu_api::emergency::{EmergencyRow, EmergencyShareView, ReleaseInEmergency, ReviewEmergency};
use lanmu_api::page::Page;
use lanmu_api::path;
use lanmu_domain::review::EmergencyStatus;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// Which of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmergencyFilter {
    /// How they stand.
    pub status: Option<EmergencyStatus>,
    /// Of which department.
    pub department_id: Option<i64>,
    /// Released from this day on.
    pub from: Option<NaiveDate>,
    /// Released up to this day.
    pub to: Option<NaiveDate>,
}

impl EmergencyFilter {
    fn query(&self, after: Option<String>) -> String {
        query(&[
            ("status", self.status.map(|status| status.key().to_owned())),
            ("department_id", self.department_id.map(|id| id.to_string())),
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
            ("after", after),
        ])
    }
}

/// A page of emergency releases, the latest first.
pub async fn emergencies(
    filter: &EmergencyFilter,
    after: Option<String>,
) -> Result<Page<EmergencyRow>, ClientError> {
    get(&format!("{}{}", path::EMERGENCIES, filter.query(after))).await
}

/// Where the same list is a file.
#[must_use]
pub fn emergencies_file(filter: &EmergencyFilter) -> String {
    format!("{}{}", path::EMERGENCIES_EXPORT, filter.query(None))
}

/// The share of emergency releases in a period.
pub async fn emergency_share(
    from: NaiveDate,
    to: NaiveDate,
) -> Result<EmergencyShareView, ClientError> {
    let query = query(&[
        ("from", Some(from.to_string())),
        ("to", Some(to.to_string())),
    ]);
    get(&format!("{}{query}", path::EMERGENCIES_SHARE)).await
}

/// 紧急发布.
pub async fn release_in_emergency(
    id: i64,
    form: ReleaseInEmergency,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "emergency-release");
    send(Method::POST, &path, &form, &key).await
}

/// 事后审核.
pub async fn review_emergency(
    id: i64,
    form: ReviewEmergency,
    key: IdempotencyKey,
) -> Result<ArticleView, ClientError> {
    let path = path::article_act(id, "emergency-review");
    send(Method::POST, &path, &form, &key).await
}
