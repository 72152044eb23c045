//! A county of the size that Lanmu is made for, with a past of ten years. Made up, but always the
//! same: the shipped table, repeated from its beginning up to so many duties.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use lanmu_domain::annex;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Assessment, Facts, Judgement, Publication, TriggerEvent, assess, judge, parties,
};
use lanmu_domain::parameters::{Parameters, Timeline};
use lanmu_domain::rule::{AppliedRule, DutyMode, Period, Rule, Trigger};

/// Days of ten years.
const PAST: u64 = 3_652;
/// Of the duties with an event rule one of so many has hundreds of events: one in twenty of all.
const BUSY: usize = 15;
const EVENTS: i64 = 200;

/// A duty with its facts, oldest first.
pub struct Duty {
    pub rules: Vec<AppliedRule>,
    pub owners: Vec<i64>,
    pub mode: DutyMode,
    pub publications: Vec<Publication>,
    pub events: Vec<TriggerEvent>,
}

/// All duties, and what they are judged by.
pub struct County {
    pub today: NaiveDate,
    pub since: NaiveDate,
    pub duties: Vec<Duty>,
    pub calendar: WorkCalendar,
    pub timeline: Timeline,
}

impl County {
    /// So many duties.
    pub fn new(duties: usize) -> Self {
        let today = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
        let parameters = Parameters::default();
        let plan = annex::shipped(&parameters).unwrap();
        let since = today - Days::new(PAST);
        let mut maker = Maker {
            dice: Dice(1),
            since,
            publication_id: 0,
            event_id: 0,
            on_events: 0,
        };
        let duties = (0..duties)
            .map(|number| {
                let planned = &plan.duties[number % plan.duties.len()];
                let owners = planned.owners.iter().map(|owner| *owner as i64 + 1);
                let (owners, rules) = (owners.collect(), planned.rules.clone());
                maker.duty(rules, owners, planned.mode)
            })
            .collect();
        Self {
            today,
            since,
            duties,
            calendar: WorkCalendar::shipped(),
            timeline: parameters.into(),
        }
    }

    /// The statuses of all parties, in one pass.
    pub fn assess(&self) -> Vec<Assessment> {
        self.each(|duty, party, facts| {
            let (calendar, timeline) = (&self.calendar, &self.timeline);
            assess(&duty.rules, party, facts, calendar, timeline, self.today)
        })
    }

    /// The same with a sentence for every rule.
    pub fn judge(&self) -> Vec<Judgement> {
        self.each(|duty, party, facts| {
            let (calendar, timeline) = (&self.calendar, &self.timeline);
            judge(&duty.rules, party, facts, calendar, timeline, self.today)
        })
    }

    fn each<T>(&self, one: impl Fn(&Duty, &[i64], &Facts<'_>) -> T) -> Vec<T> {
        let mut all = Vec::with_capacity(self.duties.len());
        for duty in &self.duties {
            let facts = Facts {
                publications: &duty.publications,
                events: &duty.events,
                ..Facts::none(self.since)
            };
            let parties = parties(duty.mode, &duty.owners);
            all.extend(parties.into_iter().map(|party| one(duty, party, &facts)));
        }
        all
    }
}

struct Maker {
    dice: Dice,
    since: NaiveDate,
    publication_id: i64,
    event_id: i64,
    /// Duties with an event rule so far.
    on_events: usize,
}

impl Maker {
    fn duty(&mut self, rules: Vec<AppliedRule>, owners: Vec<i64>, mode: DutyMode) -> Duty {
        let mut duty = Duty {
            rules,
            owners,
            mode,
            publications: Vec::new(),
            events: Vec::new(),
        };
        for publishing in publishers(&duty) {
            self.publish(&mut duty, publishing);
        }
        if let Some(trigger) = trigger(&duty.rules) {
            self.on_events += 1;
            if self.on_events.is_multiple_of(BUSY) {
                self.happen(&mut duty, trigger);
            }
        }
        duty.publications.sort_by_key(|p| (p.published_at, p.id));
        duty
    }

    /// Publishes at about the pace that the rules ask for, now and then too late.
    fn publish(&mut self, duty: &mut Duty, department_id: i64) {
        let pace = pace(&duty.rules);
        let mut day = self.dice.below(pace);
        while day < PAST {
            let on = self.since + Days::new(day);
            let publication = self.publication(department_id, on, Vec::new());
            duty.publications.push(publication);
            day += pace * 3 / 4 + self.dice.below(pace / 3 + 1);
        }
    }

    /// Hundreds of events, nearly all of them answered by everybody.
    fn happen(&mut self, duty: &mut Duty, trigger: Trigger) {
        for _ in 0..EVENTS {
            self.event_id += 1;
            let on = self.since + Days::new(self.dice.below(PAST));
            duty.events.push(TriggerEvent {
                id: self.event_id,
                trigger,
                department_ids: Vec::new(),
                occurred_on: on,
                registered_on: on,
                title: String::new(),
            });
            if self.dice.below(50) > 0 {
                for department in publishers(duty) {
                    let on = on + Days::new(self.dice.below(3));
                    let publication = self.publication(department, on, vec![self.event_id]);
                    duty.publications.push(publication);
                }
            }
        }
    }

    fn publication(&mut self, department_id: i64, on: NaiveDate, events: Vec<i64>) -> Publication {
        self.publication_id += 1;
        Publication {
            id: self.publication_id,
            department_id,
            published_at: self.moment(on),
            event_ids: events,
        }
    }

    fn moment(&mut self, on: NaiveDate) -> DateTime<FixedOffset> {
        let shanghai = FixedOffset::east_opt(8 * 3600).unwrap();
        let midnight = on.and_time(NaiveTime::MIN);
        let minute = 540 + self.dice.below(480) as i64;
        midnight.and_local_timezone(shanghai).unwrap() + chrono::TimeDelta::minutes(minute)
    }
}

/// Who publishes: every owner of a duty owed by each, one of those who share one.
fn publishers(duty: &Duty) -> Vec<i64> {
    let all = parties(duty.mode, &duty.owners);
    let first = |party: &[i64]| party.first().copied().unwrap_or(1);
    all.into_iter().map(first).collect()
}

/// What an event rule waits for, if there is one.
fn trigger(rules: &[AppliedRule]) -> Option<Trigger> {
    rules.iter().find_map(|applied| match &applied.rule {
        Rule::Event { triggers, .. } => triggers.first().copied(),
        _ => None,
    })
}

/// Days between two publications that the rules ask for.
fn pace(rules: &[AppliedRule]) -> u64 {
    let asked = rules.iter().filter_map(|applied| match applied.rule {
        Rule::Elapsed { period } => Some(match period {
            Period::Days(days) => u64::from(days),
            Period::Months(months) => u64::from(months) * 30,
        }),
        Rule::Count { per_year } => Some(365 / u64::from(per_year.max(1))),
        _ => None,
    });
    asked.min().unwrap_or(180).max(2)
}

/// The same numbers every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }
}
