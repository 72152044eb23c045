//! Freshness: how every duty stands on a day. The matrix, the calendar, 今日待办 and the detail of
//! a duty all read the same [`Standings`], so that they never contradict each other.
//!
//! A caller asks [`standings`] for a site and a day and gets the matrix in force with one
//! [`Obligation`] for each judgement: one per owner where every owner owes its own update, one for
//! all owners where they share the duty, and one without a department where nobody owns it. The
//! judging itself is `lanmu_domain::freshness`; here the facts are gathered, each kind in one
//! query, whatever the number of duties.

mod as_of;
mod detail;
mod evidence;
mod figures;
mod judging;
pub mod known;
mod matrix;
pub mod months;
mod obligations;
mod past;
mod preview;
pub mod punctuality;
mod scope;
pub mod sweep;
pub mod tables;
mod tree;
mod validity;
mod views;
pub mod years;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::{Closure, Judgement, Status, Tenure, TriggerEvent};
use lanmu_domain::parameters::Timeline;
use lanmu_domain::rule::{AppliedRule, DutyMode};
use sea_orm::{ConnectionTrait, DbErr};

use crate::entity::{department, matrix_version};

pub use as_of::AsOf;
pub use detail::{attestation_view, doubt_of, duty_detail, event_view};
pub use figures::{figures, work_calendar};
pub use judging::DutyFacts;
pub use matrix::{departments, departments_on, version_on};
pub use obligations::calendar_days;
pub use past::{DutyPast, Pasts, pasts};
pub use preview::{Ground, judged_twice, moved, moved_deadlines};
pub use scope::Scope;
pub use tree::ColumnTree;
pub use validity::{duties_on, tenures_on};

/// Which duties to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyFilter {
    /// Every duty of the matrix in force.
    All,
    /// Those that at least one of these departments answers for. All owners of such a duty are
    /// judged, not only those asked for: see [`DutyStanding::owed_by`].
    Departments(Vec<i64>),
    /// These duties; ids that are not in the matrix in force are passed over.
    Duties(Vec<i64>),
    /// These duties, also those that are in the matrix no longer.
    Ever(Vec<i64>),
}

/// The matrix in force on a day, judged.
#[derive(Clone, Debug)]
pub struct Standings {
    /// The day for which the statuses hold.
    pub today: NaiveDate,
    /// The version in force; `None` on a site that has no matrix yet.
    pub version: Option<matrix_version::Model>,
    /// All departments of the site by id; [`department::Model::position`] orders them.
    pub departments: BTreeMap<i64, department::Model>,
    /// The working-day calendar.
    pub calendar: WorkCalendar,
    /// The figures over time.
    pub timeline: Timeline,
    /// The duties that were asked for, in the order of the table.
    pub duties: Vec<DutyStanding>,
}

/// A duty as the matrix keeps it.
#[derive(Clone, Debug)]
pub struct LoadedDuty {
    /// Its id.
    pub id: i64,
    /// The version of the matrix in which it came.
    pub matrix_version_id: i64,
    /// 序号 in the annex.
    pub annex_row: i32,
    /// Order in the table.
    pub position: i32,
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
    /// First day of that cell, where it is not the one that the duty came with.
    pub worded_on: Option<NaiveDate>,
    /// Who must act where there are several owners.
    pub mode: DutyMode,
    /// All rules that apply on the day.
    pub rules: Vec<AppliedRule>,
    /// Those of the cell that a setting replaced.
    pub set_aside: Vec<AppliedRule>,
    /// The rules over time, where a coordinator ever set some; empty where none.
    pub rule_history: Vec<(NaiveDate, Vec<AppliedRule>)>,
    /// 备注 as it stands.
    pub remark: String,
    /// Whether a version decided it; else it came with the duty.
    pub remark_decided: bool,
    /// First day on which it existed.
    pub since: NaiveDate,
    /// First day on which it existed no more; `None` while it does.
    pub until: Option<NaiveDate>,
    /// The owners of the day, in the order of the cell.
    pub owners: Vec<i64>,
    /// Everybody who answers, answered or will answer for it, and when.
    pub tenures: Vec<Tenure>,
    /// When its column was closed, by itself or with one above it.
    pub closures: Vec<Closure>,
    /// Whether the table leaves something open in its row.
    pub doubtful: bool,
}

impl LoadedDuty {
    /// Whether the owners of a day, or that there are none, were decided after the cell was written.
    #[must_use]
    pub fn owners_named(&self, day: NaiveDate) -> bool {
        let written = self.worded_on.unwrap_or(self.since);
        self.tenures.iter().any(|tenure| {
            let begun_later = tenure.since > written && tenure.since <= day;
            let ended = tenure
                .until
                .is_some_and(|until| until > written && until <= day);
            begun_later || ended
        })
    }
}

/// A duty and how it stands.
#[derive(Clone, Debug)]
pub struct DutyStanding {
    /// The duty.
    pub duty: LoadedDuty,
    /// One per owner for duties owed by each, otherwise exactly one.
    pub obligations: Vec<Obligation>,
    /// The events that concern the duty and are not discharged by everybody whom they oblige.
    pub open_events: Vec<TriggerEvent>,
}

/// What is owed by one department, or by several together.
#[derive(Clone, Debug)]
pub struct Obligation {
    /// Who owes it: one department for duties owed by each, all owners for shared ones, nobody for
    /// duties without an owner.
    pub departments: Vec<i64>,
    /// Status, due date and arithmetic.
    pub judgement: Judgement,
}

impl LoadedDuty {
    /// The rules over time, as the domain reads them.
    #[must_use]
    pub fn rules_over_time(&self) -> Cow<'_, [(NaiveDate, Vec<AppliedRule>)]> {
        if self.rule_history.is_empty() {
            Cow::Owned(vec![(NaiveDate::MIN, self.rules.clone())])
        } else {
            Cow::Borrowed(&self.rule_history)
        }
    }

    /// Whether it is in the matrix in force on a day.
    #[must_use]
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }
}

impl Obligation {
    /// The arithmetic of the rule that decides; a plain sentence where no clock runs.
    #[must_use]
    pub fn arithmetic(&self) -> String {
        self.judgement.deciding_rule().map_or_else(
            || "没有计时的更新要求。".to_owned(),
            |r| r.arithmetic.clone(),
        )
    }

    /// Whether the rule that decides touches a year without an announced arrangement.
    #[must_use]
    pub fn unannounced(&self) -> bool {
        self.judgement
            .deciding_rule()
            .is_some_and(|rule| rule.unannounced)
    }
}

impl DutyStanding {
    /// The obligation under which a department stands with this duty; `None` if it owns no part.
    #[must_use]
    pub fn owed_by(&self, department_id: i64) -> Option<&Obligation> {
        self.obligations
            .iter()
            .find(|o| o.departments.contains(&department_id))
    }

    /// The worst status of all obligations.
    #[must_use]
    pub fn status(&self) -> Status {
        self.obligations
            .iter()
            .map(|o| o.judgement.status)
            .min()
            .unwrap_or(Status::NoClock)
    }

    /// The earliest due date of all obligations.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.obligations
            .iter()
            .filter_map(|o| o.judgement.due)
            .min()
    }

    /// The day of the latest evidence of any owner.
    #[must_use]
    pub fn last_updated_on(&self) -> Option<NaiveDate> {
        self.obligations
            .iter()
            .filter_map(|o| o.judgement.last_updated_on)
            .max()
    }
}

impl Standings {
    /// The obligations of some departments, each with its duty, in the order of the table; all of
    /// them for `None`. A shared obligation comes once, even if several of the departments own it.
    pub fn obligations<'a>(
        &'a self,
        departments: Option<&'a [i64]>,
    ) -> impl Iterator<Item = (&'a LoadedDuty, &'a Obligation)> {
        self.duties.iter().flat_map(move |standing| {
            standing
                .obligations
                .iter()
                .filter(move |o| o.concerns(departments))
                .map(move |o| (&standing.duty, o))
        })
    }

    /// The name of a department, empty for an id that the site does not know.
    #[must_use]
    pub fn department_name(&self, id: i64) -> &str {
        self.departments.get(&id).map_or("", |d| d.name.as_str())
    }
}

/// Judges the duties of the matrix in force on a day by all that is known. A site without a matrix
/// has no duties.
///
/// A dozen queries, however many duties there are.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn standings<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    filter: &DutyFilter,
) -> Result<Standings, DbErr> {
    standings_as_of(db, site_id, AsOf::today(today), filter).await
}

/// As [`standings`], by what was known then.
///
/// # Errors
/// As [`standings`].
pub async fn standings_as_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    filter: &DutyFilter,
) -> Result<Standings, DbErr> {
    let ground = Ground {
        calendar: work_calendar(db, site_id, as_of.known_at).await?,
        timeline: figures(db, site_id).await?,
    };
    let gathered = gather(db, site_id, as_of, &ground.timeline, filter).await?;
    Ok(gathered.judge(ground))
}

/// The matrix in force on a day with its facts, not judged yet.
#[derive(Clone, Debug)]
struct Gathered {
    today: NaiveDate,
    version: Option<matrix_version::Model>,
    departments: BTreeMap<i64, department::Model>,
    duties: Vec<(LoadedDuty, DutyFacts)>,
}

impl Gathered {
    fn judge(self, Ground { calendar, timeline }: Ground) -> Standings {
        let judge = |(duty, facts): (LoadedDuty, DutyFacts)| {
            judging::judge_duty(duty, &facts, &calendar, &timeline, self.today)
        };
        let duties = self.duties.into_iter().map(judge).collect();
        Standings {
            today: self.today,
            version: self.version,
            departments: self.departments,
            calendar,
            timeline,
            duties,
        }
    }
}

async fn gather<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    timeline: &Timeline,
    filter: &DutyFilter,
) -> Result<Gathered, DbErr> {
    let today = as_of.day;
    let loaded = matrix::duties(db, site_id, as_of, timeline.on(today), filter).await?;
    let mut evidence = evidence::gather(db, site_id, as_of, filter, &loaded).await?;
    let duties = loaded
        .into_iter()
        .map(|duty| {
            let facts = DutyFacts::take(&duty, &mut evidence);
            (duty, facts)
        })
        .collect();
    Ok(Gathered {
        today,
        version: matrix::version_on(db, site_id, today).await?,
        departments: matrix::departments_on(db, site_id, today).await?,
        duties,
    })
}

/// The duties of the matrix in force on a day, without judging them.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn duties_in_force<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    filter: &DutyFilter,
) -> Result<Vec<LoadedDuty>, DbErr> {
    let timeline = figures(db, site_id).await?;
    matrix::duties(db, site_id, AsOf::today(today), timeline.on(today), filter).await
}

/// The facts of one duty, for decisions that need more than its standing.
///
/// # Errors
/// The database cannot be reached.
pub async fn duty_facts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    duty: &LoadedDuty,
) -> Result<DutyFacts, DbErr> {
    let filter = DutyFilter::Duties(vec![duty.id]);
    let as_of = AsOf::today(today);
    let mut evidence =
        evidence::gather(db, site_id, as_of, &filter, std::slice::from_ref(duty)).await?;
    Ok(DutyFacts::take(duty, &mut evidence))
}
