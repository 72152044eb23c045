//! Figures for the naive model: the shipped ones, unless they changed by the day.

use chrono::NaiveDate;
use lanmu_domain::parameters::Figure;
use lanmu_domain::rule::{AppliedRule, Limit, Period};

use super::worlds::{Changed, World};

impl World {
    pub fn days_on(&self, key: &str, shipped: u16, day: NaiveDate) -> u16 {
        match self.figure(key, day) {
            Some(Changed::Days(days)) => days,
            _ => shipped,
        }
    }

    pub fn period_on(&self, applied: &AppliedRule, own: Period, day: NaiveDate) -> Period {
        let Some(figure) = applied.figure else {
            return own;
        };
        let (key, shipped) = match figure {
            Figure::FloorNews => ("floor_news", Period::Days(14)),
            _ => ("yearly", Period::Months(12)),
        };
        match self.figure(key, day) {
            Some(Changed::Period(period)) => period,
            _ => shipped,
        }
    }

    pub fn limit_on(&self, applied: &AppliedRule, own: Limit, day: NaiveDate) -> Limit {
        let Some(figure) = applied.figure else {
            return own;
        };
        let (key, shipped) = match figure {
            Figure::Activity => ("activity", Limit::CalendarDays(1)),
            _ => ("document_issued", Limit::WorkingDays(3)),
        };
        match self.figure(key, day) {
            Some(Changed::Limit(limit)) => limit,
            _ => shipped,
        }
    }

    /// The value of a figure on a day, if it ever changed by then.
    fn figure(&self, key: &str, day: NaiveDate) -> Option<Changed> {
        let mut latest: Option<(NaiveDate, Changed)> = None;
        for change in &self.changes {
            let newer = latest.is_none_or(|(from, _)| from <= change.from);
            if change.key == key && change.from <= day && newer {
                latest = Some((change.from, change.to));
            }
        }
        latest.map(|(_, to)| to)
    }
}
