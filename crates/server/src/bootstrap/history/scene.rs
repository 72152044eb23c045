//! The stage on which the past is made: the day, the calendar, the names, the domain's judgement.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use lanmu_domain::freshness::{Attestation, Facts, Publication, Status, TriggerEvent, assess};
use lanmu_domain::rule::Trigger;

use super::rhythm;
use crate::clock::shanghai;
use crate::service::freshness::{LoadedDuty, Standings};

/// The site on the day of its first start.
pub(super) struct Scene<'a> {
    /// The day.
    pub today: NaiveDate,
    /// Matrix, calendar, figures and names, without any evidence yet.
    pub standings: &'a Standings,
}

/// A past that is tried out.
pub(super) struct Simulated<'a> {
    pub department: i64,
    pub published: &'a [NaiveDate],
    pub events: &'a [(Trigger, NaiveDate)],
    pub attested: Option<NaiveDate>,
}

/// Columns that stand as the tour of the demonstration needs them: column, department, status.
const TOLD: &[(&str, &str, Status)] = &[
    ("三农工作情况", "县农业农村局", Status::Overdue),
    ("市场信息", "县农业农村局", Status::DueSoon),
    ("灾害防治", "县农业农村局", Status::Blank),
    ("信息公开目录", "县财政局", Status::Overdue),
    ("机构概况", "县财政局", Status::DueToday),
    ("公示公告", "县政府办公室", Status::Overdue),
    ("信息公开指南", "县政府办公室", Status::DueSoon),
    ("主要活动", "县政府办公室", Status::DueToday),
];

impl Scene<'_> {
    /// The status that the tour of the demonstration needs.
    pub(super) fn told(&self, duty: &LoadedDuty) -> Option<Status> {
        let leaf = duty.column_path.last()?;
        let owner = self.department_name(*duty.owners.first()?);
        TOLD.iter()
            .find(|(column, name, _)| column == leaf && *name == owner)
            .map(|told| told.2)
    }

    /// The column with this last name for which a department answers.
    pub(super) fn column(&self, department: &str, leaf: &str) -> Option<i64> {
        let owned = |duty: &LoadedDuty| {
            duty.owners
                .iter()
                .any(|owner| self.department_name(*owner) == department)
        };
        self.standings
            .duties
            .iter()
            .map(|standing| &standing.duty)
            .find(|duty| duty.column_path.last().is_some_and(|name| name == leaf) && owned(duty))
            .map(|duty| duty.column_id)
    }

    /// The name of a department.
    pub(super) fn department_name(&self, id: i64) -> &str {
        self.standings.department_name(id)
    }

    /// Whether people work on a day.
    pub(super) fn is_working(&self, day: NaiveDate) -> bool {
        self.standings.calendar.is_working_day(day)
    }

    /// The day itself if people work on it, otherwise the last day before on which they do.
    pub(super) fn working_before(&self, day: NaiveDate) -> NaiveDate {
        (0..14)
            .filter_map(|back| rhythm::before(day, back))
            .find(|day| self.is_working(*day))
            .unwrap_or(day)
    }

    /// How a duty would stand today with such a past.
    pub(super) fn status(&self, duty: &LoadedDuty, past: &Simulated<'_>) -> Status {
        let department_id = past.department;
        let publications: Vec<Publication> = (1..)
            .zip(past.published)
            .map(|(id, day)| Publication {
                id,
                department_id,
                published_at: noon(*day),
                event_ids: Vec::new(),
            })
            .collect();
        let events: Vec<TriggerEvent> = (1..)
            .zip(past.events)
            .map(|(id, (trigger, day))| TriggerEvent {
                id,
                trigger: *trigger,
                department_ids: Vec::new(),
                occurred_on: *day,
                registered_on: *day,
                title: String::new(),
            })
            .collect();
        let attestations: Vec<Attestation> = past
            .attested
            .map(|on| Attestation {
                id: 1,
                department_id,
                on,
                confirmed: false,
            })
            .into_iter()
            .collect();
        let facts = Facts {
            publications: &publications,
            events: &events,
            attestations: &attestations,
            ..Facts::none(duty.since)
        };
        let Standings {
            calendar, timeline, ..
        } = self.standings;
        assess(&duty.rules, &[], &facts, calendar, timeline, self.today).status
    }
}

/// Noon of a day in Asia/Shanghai.
fn noon(day: NaiveDate) -> DateTime<FixedOffset> {
    let time = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN);
    day.and_time(time)
        .and_local_timezone(shanghai())
        .single()
        .unwrap_or_default()
}
