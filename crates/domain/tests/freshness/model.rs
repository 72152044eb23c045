//! The rules once more, as they are written down (docs: architecture, “Rules”; 民法典 201–203; the
//! doc comments), told day by day and without a thought for speed. Shares no code with what is
//! tested, save the data types.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta};
use lanmu_domain::freshness::{Status, TriggerEvent};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Rule, RuleSource, Trigger};

use super::days::{is_worked, last_day, next, same_day_or_month_end, walk};
use super::worlds::World;

/// What one rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub status: Status,
    pub due: Option<NaiveDate>,
    pub event_id: Option<i64>,
}

/// A world at the end of a day.
pub struct Model<'a> {
    world: &'a World,
    today: NaiveDate,
    /// Closed days up to today.
    closed: BTreeSet<NaiveDate>,
    /// The days on which the party published; twice in a day is twice.
    published: Vec<NaiveDate>,
    attested: BTreeSet<NaiveDate>,
    discharged: BTreeSet<i64>,
}

impl<'a> Model<'a> {
    pub fn new(world: &'a World, today: NaiveDate) -> Self {
        let mut model = Self {
            world,
            today,
            closed: BTreeSet::new(),
            published: Vec::new(),
            attested: BTreeSet::new(),
            discharged: BTreeSet::new(),
        };
        for closure in &world.closures {
            let mut day = closure.closed_on;
            while day <= today && Some(day) != closure.reopened_on {
                model.closed.insert(day);
                day = next(day);
            }
        }
        for publication in &world.publications {
            let shanghai = publication.published_at.naive_utc() + TimeDelta::hours(8);
            let day = shanghai.date();
            if day <= today && model.acts_for_the_party(publication.department_id, day) {
                model.published.push(day);
                model.discharged.extend(&publication.event_ids);
            }
        }
        for attestation in &world.attestations {
            let day = attestation.on;
            if day <= today && model.acts_for_the_party(attestation.department_id, day) {
                model.attested.insert(day);
            }
        }
        model
    }

    /// Anybody does where nobody owns the duty; who owned it before did at that time.
    fn acts_for_the_party(&self, department: i64, day: NaiveDate) -> bool {
        let party = &self.world.party;
        let then = self.world.former.iter().any(|tenure| {
            tenure.department_id == department
                && day >= tenure.since
                && tenure.until.is_none_or(|until| day < until)
        });
        party.is_empty() || party.contains(&department) || then
    }

    /// What all rules say, in their order.
    pub fn says(&self) -> Vec<Said> {
        let one = |applied| self.rule(applied);
        self.world.rules.iter().map(one).collect()
    }

    /// The most urgent status and the earliest due date.
    pub fn together(said: &[Said]) -> (Status, Option<NaiveDate>) {
        let mut status = Status::NoClock;
        let mut due = None;
        for one in said {
            if one.status < status {
                status = one.status;
            }
            if one.due.is_some() && (due.is_none() || one.due < due) {
                due = one.due;
            }
        }
        (status, due)
    }

    pub fn last_updated_on(&self) -> Option<NaiveDate> {
        self.published.iter().max().copied()
    }

    pub fn is_closed(&self, day: NaiveDate) -> bool {
        self.closed.contains(&day)
    }

    fn rule(&self, applied: &AppliedRule) -> Said {
        let no_clock = said(Status::NoClock, None);
        if self.is_closed(self.today) {
            return no_clock;
        }
        match &applied.rule {
            Rule::Reply | Rule::External => no_clock,
            Rule::Elapsed { period } => self.elapsed(applied, *period),
            Rule::Count { per_year } => self.count(applied, u64::from(*per_year)),
            Rule::Event { triggers, limit } => self.event(applied, triggers, *limit),
            Rule::MaximumAge { period } => match self.published.iter().min() {
                None => said(Status::Fresh, None),
                Some(oldest) => {
                    let due = self.period_due(applied, *period, *oldest);
                    said(self.status(due, self.window(*period)), Some(due))
                }
            },
        }
    }

    fn elapsed(&self, applied: &AppliedRule, period: Period) -> Said {
        let mut evidence: BTreeSet<NaiveDate> = self.published.iter().copied().collect();
        if applied.source == RuleSource::Yearly {
            evidence.extend(&self.attested);
        }
        let last = evidence.last().copied();
        // Who took the duty over answers from then on for what it had published before.
        let start = last.map_or(self.world.since, |last| {
            last.max(self.world.taken_over.unwrap_or(last))
        });
        let due = self.period_due(applied, period, start);
        let window = self.window(self.world.period_on(applied, period, self.today));
        let status = match last {
            None => Status::Blank,
            Some(_) => self.status(due, window),
        };
        said(status, Some(due))
    }

    /// Lives through the days since `start`: when the period changes, the new one holds; but what
    /// it would have made due before this very day is due today at the earliest, unless it was
    /// late already: then it stays late since whichever day was later.
    fn period_due(&self, applied: &AppliedRule, own: Period, start: NaiveDate) -> NaiveDate {
        let mut day = start.min(self.today);
        let mut period = self.world.period_on(applied, own, day);
        let mut due = self.end_of_period(start, period);
        while day < self.today {
            day = next(day);
            let now = self.world.period_on(applied, own, day);
            if now == period || day <= start {
                continue;
            }
            period = now;
            let wanted = self.end_of_period(start, period);
            due = if wanted >= day {
                wanted
            } else if due >= day {
                day
            } else {
                wanted.max(due)
            };
        }
        match applied.effective_from {
            Some(set) if due < set => set,
            _ => due,
        }
    }

    /// The clock starts a day later for each closed day.
    fn end_of_period(&self, start: NaiveDate, period: Period) -> NaiveDate {
        let end = |start| match period {
            Period::Days(n) => walk(start, u32::from(n), |_| true),
            Period::Months(n) => same_day_or_month_end(start, u32::from(n)),
        };
        let mut start = start;
        let mut day = start;
        while day < end(start) {
            day = next(day);
            if self.is_closed(day) {
                start = next(start);
            }
        }
        day
    }

    fn count(&self, applied: &AppliedRule, per_year: u64) -> Said {
        let year = self.today.year();
        let asked = self.asked(per_year, year);
        let before = self.asked(per_year, year - 1);
        let (now, then) = (self.published_in(year), self.published_in(year - 1));
        let began = match applied.effective_from {
            Some(set) if set > self.world.since => set,
            _ => self.world.since,
        };
        if began.year() < year && then < before && now == 0 {
            let never = self.published.is_empty();
            let status = if never {
                Status::Blank
            } else {
                Status::Overdue
            };
            return said(status, Some(last_day(year - 1)));
        }
        if now >= asked {
            let status = if self.published.is_empty() && asked > 0 {
                Status::Blank
            } else {
                Status::Fresh
            };
            return said(status, Some(last_day(year + 1)));
        }
        let due = last_day(year);
        // By the end of March a quarter of them, and so on.
        let months_over = u64::from(self.today.month()) - 1;
        let behind = now < asked * months_over / 12;
        let status = match self.status(due, self.world.days_on("soon_long_days", 14, self.today)) {
            _ if self.published.is_empty() => Status::Blank,
            Status::Fresh if behind => Status::DueSoon,
            status => status,
        };
        said(status, Some(due))
    }

    /// The share of the year on whose days the column was open, rounded down.
    fn asked(&self, per_year: u64, year: i32) -> u64 {
        let (mut all, mut open) = (0, 0);
        let mut day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        while day.year() == year {
            all += 1;
            if !self.is_closed(day) {
                open += 1;
            }
            day = next(day);
        }
        per_year * open / all
    }

    fn published_in(&self, year: i32) -> u64 {
        self.published.iter().filter(|d| d.year() == year).count() as u64
    }

    fn event(&self, applied: &AppliedRule, triggers: &[Trigger], limit: Limit) -> Said {
        let mut waiting = BTreeSet::new();
        for event in &self.world.events {
            if self.waits(event, triggers) {
                let due = self.event_due(applied, limit, event);
                waiting.insert((due, event.occurred_on, event.id));
            }
        }
        match waiting.first() {
            None => said(Status::Fresh, None),
            Some((due, _, id)) => Said {
                event_id: Some(*id),
                ..said(
                    self.status(*due, self.world.days_on("soon_short_days", 3, self.today)),
                    Some(*due),
                )
            },
        }
    }

    fn waits(&self, event: &TriggerEvent, triggers: &[Trigger]) -> bool {
        event.occurred_on <= self.today
            && triggers.contains(&event.trigger)
            && self.obliges(event)
            && !self.discharged.contains(&event.id)
    }

    pub fn obliges(&self, event: &TriggerEvent) -> bool {
        let departments = &event.department_ids;
        let any = |id: &i64| self.acts_for_the_party(*id, event.occurred_on);
        departments.is_empty() || departments.iter().any(any)
    }

    /// The limit of the day of the event, from that day; not from before it was taken over or
    /// before the rule was set.
    pub fn event_due(&self, applied: &AppliedRule, own: Limit, event: &TriggerEvent) -> NaiveDate {
        let limit = self.world.limit_on(applied, own, event.occurred_on);
        let mut start = event.occurred_on;
        for not_before in [self.world.taken_over, applied.effective_from] {
            start = start.max(not_before.unwrap_or(start));
        }
        let open = |day| !self.is_closed(day);
        let counted = match limit {
            Limit::CalendarDays(n) => walk(start, u32::from(n), open),
            Limit::WorkingDays(n) => walk(start, u32::from(n), |day| open(day) && is_worked(day)),
        };
        let mut last = counted;
        while !(open(last) && is_worked(last)) {
            last = next(last);
        }
        last
    }

    fn status(&self, due: NaiveDate, window: u16) -> Status {
        let mut warned = BTreeSet::new();
        let mut day = due;
        for _ in 0..window {
            day = day.pred_opt().unwrap();
            warned.insert(day);
        }
        if self.today > due {
            Status::Overdue
        } else if self.today == due {
            Status::DueToday
        } else if warned.contains(&self.today) {
            Status::DueSoon
        } else {
            Status::Fresh
        }
    }

    fn window(&self, period: Period) -> u16 {
        match period {
            Period::Days(n) if n <= 31 => self.world.days_on("soon_short_days", 3, self.today),
            Period::Months(1) => self.world.days_on("soon_short_days", 3, self.today),
            _ => self.world.days_on("soon_long_days", 14, self.today),
        }
    }

    /// 核对无变化 in a row, walking through all days up to today.
    pub fn attestations_in_a_row(&self) -> usize {
        let mut days: BTreeSet<NaiveDate> = self.published.iter().copied().collect();
        days.extend(&self.attested);
        let mut row = 0;
        for day in days {
            let published = self.published.contains(&day);
            if published {
                row = 0;
            }
            let mut of_day: Vec<_> = self
                .world
                .attestations
                .iter()
                .filter(|a| a.on == day && self.acts_for_the_party(a.department_id, day))
                .collect();
            of_day.sort_by_key(|a| a.id);
            for attestation in of_day {
                if attestation.confirmed {
                    row = 0;
                } else if !published {
                    row += 1;
                }
            }
        }
        row
    }
}

const fn said(status: Status, due: Option<NaiveDate>) -> Said {
    Said {
        status,
        due,
        event_id: None,
    }
}
