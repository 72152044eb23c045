//! 保密预检: findings of an article, what people said about them, and the lists that a site keeps.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use lanmu_domain::delegation::signed_name;
use lanmu_domain::secrecy::{Finding, Term, Terms};
use serde::{Deserialize, Serialize};

/// A finding as the article shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindingView {
    /// `Finding::key()`: names it in requests.
    pub key: String,
    /// What was found where.
    pub finding: Finding,
    /// Why it stays, if somebody said so; without it the finding is open.
    pub overridden: Option<OverrideView>,
}

/// Why a finding stays. Names and titles as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OverrideView {
    /// The reason.
    pub reason: String,
    /// Who said so.
    pub person_id: i64,
    /// The name of that person.
    pub person_name: String,
    /// The name of the person for whom it was said, if somebody stood in (委托代办).
    pub on_behalf_of: Option<String>,
    /// The post.
    pub post: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

impl OverrideView {
    /// Under which name it stands: 乙, or 乙代甲.
    #[must_use]
    pub fn signed_name(&self) -> String {
        signed_name(&self.person_name, self.on_behalf_of.as_deref())
    }
}

/// How many findings are open, the same words in a field counted once: what
/// `lanmu_domain::review::Case` asks for.
#[must_use]
pub fn open_findings(findings: &[FindingView]) -> usize {
    let open = findings.iter().filter(|found| found.overridden.is_none());
    open.map(|found| &found.key).collect::<BTreeSet<_>>().len()
}

/// `POST /articles/{id}/override-finding`: it stays, for this reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OverrideFinding {
    /// The version that the person saw.
    pub version: i64,
    /// The key of the finding.
    pub key: String,
    /// Why it stays.
    pub reason: String,
}

/// `POST /articles/{id}/take-back-override`: the finding is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakeBackOverride {
    /// The version that the person saw.
    pub version: i64,
    /// The key of the finding.
    pub key: String,
}

/// `GET /terms`: the lists that the site keeps for the check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermsView {
    /// The expressions to avoid, newest first.
    pub terms: Vec<TermView>,
    /// Domains outside `gov.cn` to which links may lead, newest first.
    pub domains: Vec<LinkDomainView>,
}

impl TermsView {
    /// The lists as the check takes them.
    #[must_use]
    pub fn lists(&self) -> Terms {
        Terms {
            terms: self.terms.iter().map(|kept| kept.term.clone()).collect(),
            domains: self
                .domains
                .iter()
                .map(|kept| kept.domain.clone())
                .collect(),
        }
    }
}

/// An expression to avoid as the site keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermView {
    /// Its id.
    pub id: i64,
    /// Goes up with every change; changes must name it.
    pub version: i32,
    /// What it says.
    pub term: Term,
    /// Who changed it last.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
}

/// `POST /terms` and `PUT /terms/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeepTerm {
    /// The version that the person saw; 0 for a new one.
    #[serde(default)]
    pub version: i32,
    /// What it says.
    pub term: Term,
}

/// A domain to which links may lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkDomainView {
    /// Its id.
    pub id: i64,
    /// The domain; its subdomains are meant too.
    pub domain: String,
    /// Whose it is, or why.
    pub note: String,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: DateTime<FixedOffset>,
}

/// `POST /link-domains`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddLinkDomain {
    /// The domain.
    pub domain: String,
    /// Whose it is, or why.
    pub note: String,
}
