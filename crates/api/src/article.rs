//! Articles, the inbox and the acts of review.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::article::{Content, Passage, PublicAttribute};
use lanmu_domain::delegation::signed_name;
use lanmu_domain::freshness::EvidenceDoubt;
use lanmu_domain::review::{ArticleState, ReturnReason, ReturnTo, SecrecyConclusion, Stage};
use serde::{Deserialize, Serialize};

use crate::emergency::EmergencyView;
use crate::error::Conflict;
use crate::publication::VerdictView;
use crate::secrecy::FindingView;
use crate::withheld::AssessmentView;

/// `POST /articles`: begin a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateArticle {
    /// The department for which it is written.
    pub department_id: i64,
    /// The content; the title may still be empty.
    pub content: Content,
}

/// `PUT /articles/{id}`: a new revision. While a review is open it voids all approvals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateArticle {
    /// The version that the person saw.
    pub version: i64,
    /// The content.
    pub content: Content,
}

/// Acts that need only the version: `POST /articles/{id}/submit`, `/recall`, `/delete`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActOnVersion {
    /// The version that the person saw.
    pub version: i64,
}

/// `POST /articles/{id}/approve`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApproveArticle {
    /// The version that the person saw.
    pub version: i64,
    /// The hash of the revision that the person saw.
    pub revision: String,
    /// The opinion in words; may be empty.
    #[serde(default)]
    pub opinion: String,
    /// The secrecy conclusion, with the second review only.
    #[serde(default)]
    pub secrecy: Option<SecrecyConclusion>,
    /// A handwritten signature as SVG path data in a box of 600 × 200, never required: see
    /// `lanmu_domain::review::clean_handwriting`.
    #[serde(default)]
    pub signature: Option<String>,
}

/// `POST /articles/{id}/return`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReturnArticle {
    /// The version that the person saw.
    pub version: i64,
    /// The hash of the revision that the person saw.
    pub revision: String,
    /// Why, in words; may be empty where a chip says it.
    #[serde(default)]
    pub reason: String,
    /// Why, by chips.
    #[serde(default)]
    pub reasons: Vec<ReturnReason>,
    /// To whom: the officer unless it is said.
    #[serde(default)]
    pub to: ReturnTo,
    /// The words of the body that it is about.
    #[serde(default)]
    pub passage: Option<Passage>,
}

/// `POST /articles/{id}/publication`: back-fill address and time. A time that cannot be true is
/// stored and marked 存疑.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordPublication {
    /// The version that the person saw.
    pub version: i64,
    /// Absolute http(s) address.
    pub url: String,
    /// When it went public.
    pub published_at: DateTime<FixedOffset>,
    /// The events that it discharges.
    #[serde(default)]
    pub event_ids: Vec<i64>,
}

/// `POST /articles/{id}/withdraw`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawArticle {
    /// The version that the person saw.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// When it was taken down on the website; now, unless it is said.
    #[serde(default)]
    pub taken_down_at: Option<DateTime<FixedOffset>>,
    /// The address of what replaced it; empty for nothing.
    #[serde(default)]
    pub replaced_by: String,
}

/// An article in a list: `GET /articles?state=&attribute=&department_id=&column_id=&q=&after=&limit=` and
/// `GET /inbox?stage=&after=&limit=`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArticleRow {
    /// Its id.
    pub id: i64,
    /// Its title; may be empty in drafts.
    pub title: String,
    /// Where it stands.
    pub state: ArticleState,
    /// 公开属性.
    pub attribute: Option<PublicAttribute>,
    /// Its column.
    pub column_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Its department.
    pub department_id: i64,
    /// The name of the department.
    pub department_name: String,
    /// Who began it.
    pub created_by: String,
    /// Since when it has been in this state.
    pub since: DateTime<FixedOffset>,
    /// How often it was sent back.
    pub returns: i32,
    /// In the inbox: the name of the person for whom it would be reviewed (代某某办理).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// 紧急: it was released in an emergency.
    #[serde(default)]
    pub emergency: bool,
    /// 不予公开 that is filed: the day by which it has to be looked at again (评估审查).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assess_by: Option<NaiveDate>,
}

/// `GET /articles/{id}`: the review card and the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArticleView {
    /// As in the list.
    pub row: ArticleRow,
    /// Goes up with every change; writes must name it.
    pub version: i64,
    /// The current content.
    pub content: Content,
    /// Its hash; approvals must name it.
    pub revision: String,
    /// Who wrote the current revision.
    pub author_id: i64,
    /// The name of that person.
    pub author_name: String,
    /// The approvals that stand, in order. With them the SPA asks `review::decide` which buttons
    /// to enable.
    pub signatures: Vec<SignatureView>,
    /// Every opinion ever given, newest first, voided ones included.
    pub opinions: Vec<OpinionView>,
    /// What is public now, if an earlier revision of this article is.
    pub live: Option<LiveView>,
    /// Where and when it went public.
    pub publication: Option<PublishedAt>,
    /// 更正: the item that this one corrects.
    #[serde(default)]
    pub corrects: Option<ArticleLink>,
    /// The latest correction of this item.
    #[serde(default)]
    pub corrected_by: Option<ArticleLink>,
    /// 紧急发布: the release that counts, or that was ordered withdrawn.
    #[serde(default)]
    pub emergency: Option<EmergencyView>,
    /// 评估审查 of what is withheld, the latest first.
    #[serde(default)]
    pub assessments: Vec<AssessmentView>,
    /// Who did what last, for whoever still shows an earlier version.
    pub last_change: Conflict,
    /// 缺审核人: the stages still to come that nobody can sign now. The one that is awaited among
    /// them means that the item waits until somebody is named.
    #[serde(default)]
    pub empty_stages: Vec<Stage>,
    /// 保密预检: what was found in the current content, by field and place, with what people said
    /// about it.
    #[serde(default)]
    pub findings: Vec<FindingView>,
}

/// Another item, named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArticleLink {
    /// Its id.
    pub id: i64,
    /// Its title; may be empty in drafts.
    pub title: String,
    /// Where it stands.
    pub state: ArticleState,
}

impl ArticleLink {
    /// Whether it is on its way: written, reviewed, or released and not yet public.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        self.state.is_under_way()
    }
}

/// An approval that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignatureView {
    /// At which stage.
    pub stage: Stage,
    /// By whom.
    pub person_id: i64,
    /// For whom, if somebody stood in (委托代办).
    #[serde(default)]
    pub on_behalf_of: Option<i64>,
    /// The hash of the revision.
    pub revision: String,
    /// The secrecy conclusion.
    pub secrecy: Option<SecrecyConclusion>,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// What a reviewer said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Verdict {
    /// 同意; at the first stage: signed and submitted.
    Approved,
    /// 退回.
    Returned,
}

/// An opinion as forms print it. Names and titles as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpinionView {
    /// At which stage.
    pub stage: Stage,
    /// Approved or returned.
    pub verdict: Verdict,
    /// Name of the person.
    pub person_name: String,
    /// Name of the person for whom it was given, if somebody stood in (委托代办).
    #[serde(default)]
    pub on_behalf_of: Option<String>,
    /// The post under which it was given: with `on_behalf_of`, that of the other person.
    pub post: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The opinion or the reason.
    pub text: String,
    /// The secrecy conclusion.
    pub secrecy: Option<SecrecyConclusion>,
    /// No longer counts, because the item was edited, returned or recalled since.
    pub voided: bool,
    /// The hash of the revision that was judged.
    #[serde(default)]
    pub revision: String,
    /// Why it was sent back, by chips; `text` says them too.
    #[serde(default)]
    pub reasons: Vec<ReturnReason>,
    /// To whom it was sent back.
    #[serde(default)]
    pub return_to: Option<ReturnTo>,
    /// The words of the body that a return is about.
    #[serde(default)]
    pub passage: Option<Passage>,
    /// The handwritten signature as SVG path data in a box of 600 × 200.
    #[serde(default)]
    pub signature: Option<String>,
}

impl OpinionView {
    /// Under which name it stands on pages and forms: 乙, or 乙代甲.
    #[must_use]
    pub fn signed_name(&self) -> String {
        signed_name(&self.person_name, self.on_behalf_of.as_deref())
    }
}

/// What is public now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiveView {
    /// The content.
    pub content: Content,
    /// Where and when.
    pub publication: PublishedAt,
}

/// Where and when something went public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedAt {
    /// The id of the publication.
    pub id: i64,
    /// The address.
    pub url: String,
    /// The time.
    pub at: DateTime<FixedOffset>,
    /// 存疑: why the time cannot be taken as it stands. A doubtful publication counts as evidence
    /// only once it was accepted.
    #[serde(default)]
    pub doubts: Vec<EvidenceDoubt>,
    /// What a coordinator found about it.
    #[serde(default)]
    pub verdict: Option<VerdictView>,
    /// 撤稿: that it was taken down.
    #[serde(default)]
    pub withdrawal: Option<WithdrawalView>,
}

/// Why and when something public was taken down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawalView {
    /// By whom: 乙, or 乙代甲.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it was taken down on the website.
    pub at: DateTime<FixedOffset>,
    /// The address of what replaced it, if anything did.
    pub replaced_by: Option<String>,
}
