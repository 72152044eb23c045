//! Freshness: what a duty's status is, which day is the due date, and why.
//!
//! Statuses are derived, never stored. Facts are publications, events and attestations; nothing
//! else — no reminder, no edit, no touched date — moves a due date.
//!
//! What each rule asks for is in its module: `elapsed`, `count`, `event`, `age`. The boundary is
//! the day in Asia/Shanghai: a duty is due until 24:00 of its due date and overdue from the next
//! day on.

mod account;
mod age;
mod attest;
mod closure;
mod count;
mod doubt;
mod elapsed;
mod event;
mod evidence;
mod explain;
mod history;
mod judge;
mod obligation;
mod outcome;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::rule::Trigger;

pub use account::{Account, Lateness, account};
pub use attest::{
    ATTESTATIONS_IN_A_ROW, AttestationDecision, attestations_in_a_row, needs_section_head,
};
pub use closure::{Closure, closed_since};
pub use doubt::{EvidenceDoubt, EvidenceVerdict, evidence_doubts};
pub use evidence::Summary;
pub use history::{Past, RuleHistory, StatusRun, status_runs};
pub use judge::{Assessment, assess, assess_summary, judge, judge_each, parties};
pub use obligation::{EventStanding, EventState, EventStatus, event_standing, late_registration};

/// The status of a duty on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Status {
    /// 空白: nothing was ever published where something must be.
    Blank,
    /// 超期: the due date has passed.
    Overdue,
    /// 今日到期.
    DueToday,
    /// 临期.
    DueSoon,
    /// 正常.
    Fresh,
    /// 不计时: no rule with a clock.
    NoClock,
}

impl Status {
    /// All statuses, most urgent first.
    pub const ALL: [Self; 6] = [
        Self::Blank,
        Self::Overdue,
        Self::DueToday,
        Self::DueSoon,
        Self::Fresh,
        Self::NoClock,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Blank => "空白",
            Self::Overdue => "超期",
            Self::DueToday => "今日到期",
            Self::DueSoon => "临期",
            Self::Fresh => "正常",
            Self::NoClock => "不计时",
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Overdue => "overdue",
            Self::DueToday => "due_today",
            Self::DueSoon => "due_soon",
            Self::Fresh => "fresh",
            Self::NoClock => "no_clock",
        }
    }
}

/// Evidence: an item went public at an address at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its id, so that a judgement can point to it.
    pub id: i64,
    /// Who published.
    pub department_id: i64,
    /// When it went public, Asia/Shanghai.
    pub published_at: DateTime<FixedOffset>,
    /// The events that it discharges by naming them.
    pub event_ids: Vec<i64>,
}

/// Something happened that obliges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriggerEvent {
    /// Its id.
    pub id: i64,
    /// What kind.
    pub trigger: Trigger,
    /// The departments that it obliges; none means every owner.
    pub department_ids: Vec<i64>,
    /// The day on which it happened.
    pub occurred_on: NaiveDate,
    /// The day on which it was registered: late where it is a later one.
    pub registered_on: NaiveDate,
    /// Title or document number, for the arithmetic.
    pub title: String,
}

/// 核对无变化: looked at and found unchanged, with a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// Its id.
    pub id: i64,
    /// Who attested.
    pub department_id: i64,
    /// The day.
    pub on: NaiveDate,
    /// Whether the section head confirmed it.
    pub confirmed: bool,
}

/// A time during which a department answered for a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tenure {
    /// The department.
    pub department_id: i64,
    /// First day.
    pub since: NaiveDate,
    /// First day on which it answered no more; `None` while it does.
    pub until: Option<NaiveDate>,
}

impl Tenure {
    /// Whether the department answered on a day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The facts of one duty, in any order.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The first day on which the duty existed, or on which the party took it over where each owes
    /// its own: clocks without evidence start here.
    pub since: NaiveDate,
    /// The day on which the party took the duty over from another department, where each owes its
    /// own: events and evidence from before then count from this day.
    pub taken_over: Option<NaiveDate>,
    /// Publications in its column by its owners.
    pub publications: &'a [Publication],
    /// Events that concern it.
    pub events: &'a [TriggerEvent],
    /// Attestations for it.
    pub attestations: &'a [Attestation],
    /// Departments that answered for a shared duty before: what they published or attested then
    /// still counts, and what they were obliged to still is.
    pub former: &'a [Tenure],
    /// Times during which the column was closed.
    pub closures: &'a [Closure],
}

impl Facts<'_> {
    /// No facts at all.
    #[must_use]
    pub const fn none(since: NaiveDate) -> Self {
        Self {
            since,
            taken_over: None,
            publications: &[],
            events: &[],
            attestations: &[],
            former: &[],
            closures: &[],
        }
    }
}

/// What one rule says on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RuleJudgement {
    /// Index into the duty's rules.
    pub rule: usize,
    /// Its status.
    pub status: Status,
    /// Its due date, `None` where no clock runs.
    pub due: Option<NaiveDate>,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
    /// The arithmetic in one Chinese sentence.
    pub arithmetic: String,
    /// The event that obliges, for event rules.
    pub event_id: Option<i64>,
}

/// The status of a duty on a day, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Judgement {
    /// The most urgent status of all rules.
    pub status: Status,
    /// The earliest due date of all rules. It can be that of another rule than the deciding one:
    /// a column that is blank under one rule may owe an event earlier under another.
    pub due: Option<NaiveDate>,
    /// Index into `by_rule` of the rule that decides the status; among equals the one due first.
    /// `None` only where there are no rules.
    pub deciding: Option<usize>,
    /// The publication that counts as the last evidence.
    pub last_publication_id: Option<i64>,
    /// Its day.
    pub last_updated_on: Option<NaiveDate>,
    /// What each rule says, in the order of the rules; rules without a clock included.
    pub by_rule: Vec<RuleJudgement>,
}

impl Judgement {
    /// What the rule says that decides the status; `None` only where there are no rules.
    #[must_use]
    pub fn deciding_rule(&self) -> Option<&RuleJudgement> {
        self.deciding.and_then(|index| self.by_rule.get(index))
    }

    /// What the rule says from which [`Judgement::due`] comes, the more urgent one among equals:
    /// its arithmetic explains the date.
    #[must_use]
    pub fn due_rule(&self) -> Option<&RuleJudgement> {
        let due = self.due?;
        self.by_rule
            .iter()
            .filter(|rule| rule.due == Some(due))
            .min_by_key(|rule| rule.status)
    }
}
