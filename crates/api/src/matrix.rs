//! 责任矩阵 and the detail of a duty.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::annex::Doubt;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::{
    Closure, EvidenceDoubt, EvidenceVerdict, Judgement, Status, Tenure, late_registration,
};
use lanmu_domain::rule::{AppliedRule, ChangeSubject, DutyMode, Trigger};
use serde::{Deserialize, Serialize};

use crate::evidence::AttestationView;
use crate::site::DepartmentView;

/// `GET /matrix`, optionally `?department_id=`: the matrix in force today with today's statuses.
/// A document, not a list: the views filter it in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixView {
    /// The version in force.
    pub version: MatrixVersionView,
    /// The day for which the statuses hold.
    pub today: NaiveDate,
    /// The departments that stand in it.
    pub departments: Vec<DepartmentView>,
    /// The duties, in the order of the table.
    pub duties: Vec<DutyRow>,
}

/// A version of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixVersionView {
    /// 1 for the first.
    pub number: i64,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Where it comes from.
    pub reason: String,
}

/// A duty in the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyRow {
    /// Its id.
    pub id: i64,
    /// 序号 in the annex.
    pub annex_row: i32,
    /// Its column.
    pub column_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// What the column is for.
    pub column_kind: ColumnKind,
    /// 更新要求 as it stands.
    pub requirement: String,
    /// 责任部门 as it stands.
    pub owner_text: String,
    /// Who must act where there are several owners.
    pub mode: DutyMode,
    /// How each owner stands. Shared duties have the same standing for all. Empty: no owner.
    pub owners: Vec<OwnerStanding>,
    /// The worst of the owners' statuses; without an owner that of the column.
    pub status: Status,
    /// The earliest due date of the owners.
    pub due: Option<NaiveDate>,
    /// The day of the last evidence.
    pub last_updated_on: Option<NaiveDate>,
    /// Whether the table leaves something open here.
    pub doubtful: bool,
    /// Since when the column has been closed; `None` while it is open.
    #[serde(default)]
    pub closed_since: Option<NaiveDate>,
    /// First letters of the readings of the column's names and of the owners', for searching;
    /// empty outside the matrix.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initials: String,
}

/// How one owner stands with a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnerStanding {
    /// The owner.
    pub department_id: i64,
    /// Its status.
    pub status: Status,
    /// Its due date.
    pub due: Option<NaiveDate>,
    /// The day of its last evidence.
    pub last_updated_on: Option<NaiveDate>,
}

/// `GET /duties/{id}`: why a duty stands as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyView {
    /// As in the matrix.
    pub row: DutyRow,
    /// 备注 as it stands.
    pub remark: String,
    /// Every rule that applies, with source and basis.
    pub rules: Vec<AppliedRule>,
    /// Rules of the cell that a coordinator's setting replaced.
    #[serde(default)]
    pub set_aside: Vec<AppliedRule>,
    /// When the column was closed, by itself or with one above it.
    #[serde(default)]
    pub closures: Vec<Closure>,
    /// Everybody who answers, answered or will answer for it.
    #[serde(default)]
    pub tenures: Vec<Tenure>,
    /// The judgement of each owner; one without a department for shared duties and for those
    /// without an owner.
    pub judgements: Vec<OwnerJudgement>,
    /// What the table leaves open.
    pub doubts: Vec<Doubt>,
    /// The latest publications, newest first, 20 at most.
    pub publications: Vec<PublicationView>,
    /// The latest attestations, newest first, 10 at most.
    #[serde(default)]
    pub attestations: Vec<AttestationView>,
    /// Events that are not discharged yet.
    pub open_events: Vec<EventView>,
}

/// The judgement of one owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnerJudgement {
    /// The owner; `None` where the judgement holds for all of them.
    pub department_id: Option<i64>,
    /// Status, due date and arithmetic.
    pub judgement: Judgement,
}

/// A publication, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicationView {
    /// Its id.
    pub id: i64,
    /// Title of what was published.
    pub title: String,
    /// Where.
    pub url: String,
    /// When.
    pub published_at: DateTime<FixedOffset>,
    /// By which department.
    pub department_name: String,
    /// The article, if it went through the three reviews here.
    pub article_id: Option<i64>,
    /// 存疑: why its time cannot be taken as it stands.
    #[serde(default)]
    pub doubts: Vec<EvidenceDoubt>,
    /// What a coordinator found about the doubts; without it a doubtful publication counts as
    /// nothing.
    #[serde(default)]
    pub verdict: Option<EvidenceVerdict>,
}

/// A trigger event, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventView {
    /// Its id.
    pub id: i64,
    /// What kind.
    pub trigger: Trigger,
    /// Title.
    pub title: String,
    /// 文号, empty where there is none.
    pub document_number: String,
    /// The day on which it happened.
    pub occurred_on: NaiveDate,
    /// The day on which it was registered; see [`EventView::registered_late`].
    pub registered_on: NaiveDate,
    /// What changed, for changes.
    #[serde(default)]
    pub change: Option<ChangeSubject>,
    /// The departments that it obliges; none means every owner.
    pub department_ids: Vec<i64>,
}

impl EventView {
    /// “补登，晚 3 天” where it was registered on a later day than it happened.
    #[must_use]
    pub fn registered_late(&self) -> Option<String> {
        late_registration(self.occurred_on, self.registered_on)
    }
}

/// `POST /duties/{id}/owners` and `POST /duties/{id}/owners/preview`: who answers for a duty from a
/// day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeOwners {
    /// Everybody who answers then; whoever is not in it leaves.
    pub department_ids: Vec<i64>,
    /// Says that nobody is to answer; then `department_ids` is empty.
    #[serde(default)]
    pub nobody: bool,
    /// First day: today or later, a year ahead at most.
    pub effective_from: NaiveDate,
    /// Why; must not be empty.
    pub reason: String,
}
