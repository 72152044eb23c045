//! 工作机构表: who leads and who does the work in a department, and how they are reached.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::role::Role;
use lanmu_domain::roster::{DocumentKind, HandInStatus, Listed, RosterRole};
use serde::{Deserialize, Serialize};

use crate::roster_collection::CollectionRow;

/// `GET /rosters`: the overview, for the coordinator of all departments, for others of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RostersView {
    /// The server's day, for which the rosters hold.
    pub today: NaiveDate,
    /// The newest collection that is open, if any: to it `handed_in` refers.
    pub collection: Option<CollectionRow>,
    /// The departments in their order.
    pub rows: Vec<RosterRow>,
}

/// A department in the overview. Numbers are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterRow {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// Names of the 分管领导.
    pub leaders: Vec<String>,
    /// Names of the 具体负责工作人员.
    pub staff: Vec<String>,
    /// Whether everybody's numbers are there.
    pub complete: bool,
    /// How it stands in the open collection; `None` where it is not asked.
    pub handed_in: Option<HandInStatus>,
    /// Whether the last hand-in has its sealed scan.
    pub sealed: bool,
    /// The documents that are there.
    pub documents: Vec<DocumentKind>,
    /// Roles of the three reviews that nobody holds.
    pub vacant: Vec<Role>,
}

/// `GET /departments/{id}/roster?day=&numbers=`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterView {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// The day for which it holds.
    pub day: NaiveDate,
    /// The server's day.
    pub today: NaiveDate,
    /// Whether the numbers are whole; masked otherwise.
    pub numbers: bool,
    /// Whether the person may ask for them.
    pub may_see_numbers: bool,
    /// Whether the person may change it.
    pub may_change: bool,
    /// Who counts on that day, as on the form.
    pub entries: Vec<RosterEntryView>,
    /// Who comes later or has gone, the newest first.
    pub others: Vec<RosterEntryView>,
    /// What the form lacks to be handed in today.
    pub lacking: Vec<String>,
    /// Roles of the three reviews that nobody holds.
    pub vacant: Vec<Role>,
    /// People with a post in the department, to link an entry to.
    pub people: Vec<RosterPerson>,
    /// Open collections that ask this department.
    pub asked: Vec<AskedView>,
    /// What was handed in, the newest first.
    pub hand_ins: Vec<HandInView>,
    /// Rules and duty lists, the newest first.
    pub documents: Vec<DocumentView>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterEntryView {
    /// Its id.
    pub id: i64,
    /// Its version, to be named in a change.
    pub version: i64,
    /// What stands on the form.
    #[serde(flatten)]
    pub listed: Listed,
    /// The account, if it is linked.
    pub person_id: Option<i64>,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day, if it has one.
    pub last_day: Option<NaiveDate>,
    /// Who changed it last.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
}

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterPerson {
    /// The person.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The title of the post in the department.
    pub title: String,
}

/// A collection that asks a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedView {
    /// The collection.
    pub collection_id: i64,
    /// Its title.
    pub title: String,
    /// The deadline.
    pub due: DateTime<FixedOffset>,
    /// How the department stands.
    pub status: HandInStatus,
    /// When it was last reminded.
    pub reminded_at: Option<DateTime<FixedOffset>>,
}

/// A hand-in. The form in it stays as it was at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandInView {
    /// Its id.
    pub id: i64,
    /// The collection.
    pub collection_id: i64,
    /// Its title.
    pub collection_title: String,
    /// Which of the department in this collection, from 1.
    pub number: i32,
    /// Whether it is the last of the department in this collection.
    pub current: bool,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Whether a scan may be added: the collection is open, or none is there yet.
    pub may_seal: bool,
    /// The sealed form, the newest scan first.
    pub scans: Vec<DocumentView>,
}

/// A document of a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentView {
    /// Its id.
    pub id: i64,
    /// Which document.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Its date.
    pub day: NaiveDate,
    /// The name of the file.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether it is the newest of its kind.
    pub current: bool,
    /// By whom it was uploaded.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// `POST /departments/{id}/roster`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddRosterEntry {
    /// Which part of the form.
    pub role: RosterRole,
    /// 姓名.
    pub name: String,
    /// 职务.
    pub post: String,
    /// 座机.
    #[serde(default)]
    pub office_phone: String,
    /// 手机.
    #[serde(default)]
    pub mobile: String,
    /// The account, if any.
    #[serde(default)]
    pub person_id: Option<i64>,
    /// The first day.
    pub first_day: NaiveDate,
}

/// `PUT /roster-entries/{id}`: from `first_day` on the entry says this; before, what it said. With the
/// first day that it has, it is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeRosterEntry {
    /// The version that was looked at.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub entry: AddRosterEntry,
}

/// `POST /roster-entries/{id}/end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndRosterEntry {
    /// The version that was looked at.
    pub version: i64,
    /// The last day.
    pub last_day: NaiveDate,
}

/// `GET /rosters/forms?department_id=&collection_id=`: the forms to print, with whole numbers; every
/// other department's is a line in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterForm {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// The lines.
    pub lines: Vec<Listed>,
    /// When it was handed in; `None` for the roster as it stands.
    pub handed_in_at: Option<DateTime<FixedOffset>>,
}
