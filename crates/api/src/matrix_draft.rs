//! 责任表调整: drafts of new versions of the matrix, and the versions.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::annex::{Doubt, FileProblem, LineDifference};
use lanmu_domain::matrix_change::KeyedChange;
use lanmu_domain::rule::Rule;
use serde::{Deserialize, Serialize};

use crate::preview::MovedDeadline;

/// How a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VersionState {
    /// 待生效: decided, its day has not come.
    Planned,
    /// 已生效: holds, or held until the next one.
    InForce,
    /// 已撤销: called off before its day.
    Cancelled,
    /// 未能生效: on its day something stood against it; nothing was changed.
    Failed,
}

impl VersionState {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Planned => "待生效",
            Self::InForce => "已生效",
            Self::Cancelled => "已撤销",
            Self::Failed => "未能生效",
        }
    }
}

/// `GET /matrix/versions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixVersions {
    /// The latest first.
    pub versions: Vec<VersionRow>,
    /// Drafts that are worked on, the latest first; empty for who may not change the matrix.
    pub drafts: Vec<DraftRow>,
}

/// A version in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionRow {
    /// 1 for the first.
    pub number: i64,
    /// How it stands.
    pub state: VersionState,
    /// Whether it is the one in force today.
    pub current: bool,
    /// Why; for the first where it comes from.
    pub reason: String,
    /// 文号; empty where there is none.
    pub document_number: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// How many changes it has.
    pub changes: u64,
    /// Who decided it; empty for the first.
    pub decided_by_name: String,
    /// When.
    pub decided_at: DateTime<FixedOffset>,
    /// Why it was called off, or what stood against it; empty otherwise.
    pub note: String,
}

/// `GET /matrix/versions/{number}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionDetail {
    /// The head.
    pub version: VersionRow,
    /// The changes in words, as they were when it was decided.
    pub changes: Vec<String>,
}

/// `GET /matrix/versions/compare?from=&to=`: two versions as tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionComparison {
    /// The one that is the ground.
    pub from: i64,
    /// The one that is looked at.
    pub to: i64,
    /// What differs, cell by cell.
    pub differences: Vec<LineDifference>,
}

/// `POST /matrix/versions/{number}/cancel`: a planned version does not come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelVersion {
    /// Why; must not be empty.
    pub reason: String,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftRow {
    /// Its id.
    pub id: i64,
    /// Why the matrix is to change.
    pub reason: String,
    /// 文号; empty where there is none yet.
    pub document_number: String,
    /// First day on which it shall hold; `None` where that is not decided.
    pub effective_from: Option<NaiveDate>,
    /// How many changes it has.
    pub changes: u64,
    /// Who changed it last.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
}

/// `POST /matrix/drafts` (`version` is passed over) and `PUT /matrix/drafts/{id}`: the whole draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SaveDraft {
    /// The version that the person saw; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// Why the matrix is to change; must not be empty.
    pub reason: String,
    /// 文号, e.g. 盐府办发〔2026〕12号; may be empty.
    #[serde(default)]
    pub document_number: String,
    /// First day on which it shall hold: today or later, a year ahead at most; needed to put it
    /// into force.
    #[serde(default)]
    pub effective_from: Option<NaiveDate>,
    /// The changes in the order in which they are done.
    #[serde(default)]
    pub changes: Vec<KeyedChange>,
}

/// `GET /matrix/drafts/{id}`, and the answer of creating and changing one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftView {
    /// Its id.
    pub id: i64,
    /// For the next change of it.
    pub version: i64,
    /// Why the matrix is to change.
    pub reason: String,
    /// 文号; empty where there is none yet.
    pub document_number: String,
    /// First day on which it shall hold.
    pub effective_from: Option<NaiveDate>,
    /// The changes, each in words.
    pub changes: Vec<DraftChange>,
    /// Who made it.
    pub created_by_name: String,
    /// Who changed it last.
    pub changed_by_name: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
    /// What others changed since the draft was made at the columns and departments that it names:
    /// to be looked at before it is put into force.
    pub overlaps: Vec<Overlap>,
    /// How far the matrix was looked at; goes into [`PutInForce::seen`].
    pub seen: i64,
}

/// A change with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftChange {
    /// The key.
    pub key: u32,
    /// The change.
    pub change: lanmu_domain::matrix_change::MatrixChange,
    /// The same in words, without a full stop.
    pub words: String,
}

/// Something that somebody changed in the meantime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overlap {
    /// Who.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
    /// What: the act, e.g. 调整责任部门.
    pub what: String,
    /// At which column or department.
    pub subject: String,
    /// What was and what is.
    pub note: String,
}

/// `GET /matrix/drafts/{id}/preview`: what the draft would do on its day. Nothing is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftPreview {
    /// The day for which it is judged: that of the draft; today where none is decided.
    pub day: NaiveDate,
    /// What stands against it, each with its change; then the rest is empty.
    pub problems: Vec<ChangeProblem>,
    /// The table without it and with it, cell by cell.
    pub differences: Vec<LineDifference>,
    /// Duties that begin.
    pub appear: Vec<DutyEffect>,
    /// Duties that end, or stop because their column is closed.
    pub end: Vec<DutyEffect>,
    /// Duties that go on with other departments.
    pub passed: Vec<DutyPassed>,
    /// Obligations of duties that stay and stand differently.
    pub moved: Vec<MovedDeadline>,
    /// What passes over and what is to be done by hand, in sentences.
    pub notes: Vec<String>,
    /// How the requirements that it sets are read.
    pub requirements: Vec<ChangedRequirement>,
}

/// `GET /matrix/requirement?words=&day=`: how words are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequirementRead {
    /// The rules; none where nothing is asked for.
    pub rules: Vec<Rule>,
}

/// A requirement that a change of the draft sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangedRequirement {
    /// The key of the change.
    pub key: u32,
    /// Its place in the list, from 1.
    pub number: u32,
    /// The words; empty where there are none.
    pub requirement: String,
    /// What they ask for; none where nothing is.
    pub rules: Vec<Rule>,
}

/// A change that cannot be done as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeProblem {
    /// The key of the change.
    pub key: u32,
    /// Its place in the list, from 1.
    pub number: u32,
    /// The field of the change; empty where it is about the whole.
    pub field: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// A duty that begins or ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyEffect {
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who answers.
    pub department_names: Vec<String>,
    /// 更新要求.
    pub requirement: String,
    /// When it is due first, or would have been due; `None` where no clock runs.
    pub due: Option<NaiveDate>,
}

/// A duty that goes on and for which others answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyPassed {
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Departments that answer for it then and do not now.
    pub come: Vec<String>,
    /// Departments that answer for it now and will not then.
    pub leave: Vec<String>,
}

/// `POST /matrix/drafts/{id}/put-in-force`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutInForce {
    /// The version of the draft that the person saw.
    pub version: i64,
    /// [`DraftView::seen`]: what others changed later stands against it.
    pub seen: i64,
}

/// The answer: the version that it became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decided {
    /// The number of the version.
    pub number: i64,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Planned, or in force at once.
    pub state: VersionState,
}

/// `POST /matrix/drafts/{id}/discard`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiscardDraft {
    /// The version that the person saw.
    pub version: i64,
}

/// `GET /matrix/groups`: the groups that owners can be named by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroupView {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its members, in the order of the departments.
    pub department_ids: Vec<i64>,
}

/// `POST /matrix/annex/propose`: the differences of a file as changes to choose from. Stores
/// nothing; what is chosen goes into a draft as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnnexProposal {
    /// What is wrong with the file, each with its place; then the rest is empty.
    pub problems: Vec<FileProblem>,
    /// How many lines the file has.
    pub lines: u64,
    /// What can be taken over, in the order in which it is done.
    pub proposals: Vec<ProposedChange>,
}

/// A change that a file suggests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposedChange {
    /// The change with its key.
    pub change: KeyedChange,
    /// The same in words.
    pub words: String,
    /// Keys of changes without which it cannot be: levels above it that are new as well.
    pub needs: Vec<u32>,
    /// The difference from which it follows.
    pub difference: Option<LineDifference>,
    /// Whether it is a guess: a missing and a new line taken for one column that was renamed or
    /// moved. The other reading is to close the one and to add the other.
    pub guess: bool,
    /// Keys of the changes that are done in its place if the guess is wrong; they follow in the
    /// list.
    pub instead: Vec<u32>,
    /// What is doubtful in the line; a doubtful change is left out unless somebody decides.
    pub doubts: Vec<Doubt>,
}
