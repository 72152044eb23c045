//! Facts and rules in a few words.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Attestation, Closure, Facts, Judgement, Publication, Status, Tenure, TriggerEvent, judge,
};
use lanmu_domain::parameters::{Figure, ParameterValue, Parameters, Timeline};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Rule, RuleSource, Trigger};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// Figures that never change.
pub fn figures() -> Timeline {
    parameters().into()
}

/// The same, one of which changes on a day.
pub fn figures_with(key: &str, value: impl serde::Serialize, from: &str) -> Timeline {
    let since_ever = |key: &str, value: u16| ParameterValue {
        key: key.to_owned(),
        value: value.into(),
        basis: String::new(),
        effective_from: NaiveDate::MIN,
    };
    let changed = ParameterValue {
        value: serde_json::to_value(value).unwrap(),
        effective_from: day(from),
        ..since_ever(key, 0)
    };
    let values = [
        since_ever("soon_short_days", 3),
        since_ever("soon_long_days", 30),
        changed,
    ];
    Timeline::of(&values).unwrap()
}

/// The figures with windows of 3 and 30 days.
pub fn parameters() -> Parameters {
    Parameters {
        soon_short_days: 3,
        soon_long_days: 30,
        ..Parameters::default()
    }
}

pub fn applied(rule: Rule, source: RuleSource) -> AppliedRule {
    AppliedRule::of(rule, source)
}

pub fn elapsed(period: Period) -> AppliedRule {
    applied(Rule::Elapsed { period }, RuleSource::Annex)
}

pub fn yearly() -> AppliedRule {
    applied(
        Rule::Elapsed {
            period: Period::Months(12),
        },
        RuleSource::Yearly,
    )
}

pub fn count(per_year: u16) -> AppliedRule {
    applied(Rule::Count { per_year }, RuleSource::Annex)
}

pub fn on_event(trigger: Trigger, limit: Limit) -> AppliedRule {
    applied(
        Rule::Event {
            triggers: vec![trigger],
            limit,
        },
        RuleSource::Annex,
    )
}

pub fn maximum_age(period: Period) -> AppliedRule {
    applied(Rule::MaximumAge { period }, RuleSource::Annex)
}

/// The same rule by a figure.
pub fn by_figure(rule: AppliedRule, figure: Figure) -> AppliedRule {
    AppliedRule {
        figure: Some(figure),
        ..rule
    }
}

/// The same rule, set from a day on.
pub fn set_on(rule: AppliedRule, from: &str) -> AppliedRule {
    AppliedRule {
        source: RuleSource::Coordinator,
        effective_from: Some(day(from)),
        ..rule
    }
}

/// What happened in a column, told day by day. A duty since 2026-01-01 unless told otherwise.
pub struct Story {
    pub since: NaiveDate,
    pub publications: Vec<Publication>,
    pub events: Vec<TriggerEvent>,
    pub attestations: Vec<Attestation>,
    pub taken_over: Option<NaiveDate>,
    pub former: Vec<Tenure>,
    pub closures: Vec<Closure>,
}

impl Story {
    pub fn new() -> Self {
        Self {
            since: day("2026-01-01"),
            publications: Vec::new(),
            events: Vec::new(),
            attestations: Vec::new(),
            taken_over: None,
            former: Vec::new(),
            closures: Vec::new(),
        }
    }

    pub fn since(mut self, on: &str) -> Self {
        self.since = day(on);
        self
    }

    pub fn published(self, on: &str) -> Self {
        self.published_by(1, on, &[])
    }

    pub fn published_for(self, on: &str, events: &[i64]) -> Self {
        self.published_by(1, on, events)
    }

    pub fn published_by(self, department: i64, on: &str, events: &[i64]) -> Self {
        self.published_at(department, &format!("{on}T10:00:00+08:00"), events)
    }

    pub fn published_at(mut self, department_id: i64, at: &str, events: &[i64]) -> Self {
        let id = 101 + i64::try_from(self.publications.len()).unwrap();
        let event_ids = events.to_vec();
        self.publications.push(Publication {
            id,
            department_id,
            published_at: moment(at),
            event_ids,
        });
        self
    }

    /// Events are numbered from 1.
    pub fn happened(self, trigger: Trigger, on: &str) -> Self {
        self.obliged(None, trigger, on)
    }

    pub fn obliged(mut self, department_id: Option<i64>, trigger: Trigger, on: &str) -> Self {
        let id = 1 + i64::try_from(self.events.len()).unwrap();
        self.events.push(TriggerEvent {
            id,
            trigger,
            department_ids: department_id.into_iter().collect(),
            occurred_on: day(on),
            registered_on: day(on),
            title: String::new(),
        });
        self
    }

    pub fn attested(self, on: &str) -> Self {
        self.attested_by(1, on, false)
    }

    pub fn attested_by(mut self, department_id: i64, on: &str, confirmed: bool) -> Self {
        let id = 201 + i64::try_from(self.attestations.len()).unwrap();
        self.attestations.push(Attestation {
            id,
            department_id,
            on: day(on),
            confirmed,
        });
        self
    }

    /// Closed from a day on; open again from another.
    pub fn closed(mut self, closed_on: &str, reopened_on: Option<&str>) -> Self {
        self.closures.push(Closure {
            closed_on: day(closed_on),
            reopened_on: reopened_on.map(day),
        });
        self
    }

    /// A department answered for the duty until another took it over on a day.
    pub fn owned_before_by(mut self, department_id: i64, until: &str) -> Self {
        self.former.push(Tenure {
            department_id,
            since: self.since,
            until: Some(day(until)),
        });
        self
    }

    /// The party took its own part over from somebody else.
    pub fn taken_over(mut self, on: &str) -> Self {
        self.taken_over = Some(day(on));
        self.since(on)
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts {
            publications: &self.publications,
            events: &self.events,
            attestations: &self.attestations,
            taken_over: self.taken_over,
            former: &self.former,
            closures: &self.closures,
            ..Facts::none(self.since)
        }
    }

    /// Judged for department 1.
    pub fn judged(&self, rules: &[AppliedRule], today: &str) -> Judgement {
        self.judged_for(&[1], rules, &figures(), today)
    }

    /// Judged for some departments under figures of one's own.
    pub fn judged_for(
        &self,
        party: &[i64],
        rules: &[AppliedRule],
        figures: &Timeline,
        today: &str,
    ) -> Judgement {
        let calendar = WorkCalendar::shipped();
        judge(rules, party, &self.facts(), &calendar, figures, day(today))
    }

    /// Status and due date for some departments.
    pub fn stands_for(
        &self,
        party: &[i64],
        rules: &[AppliedRule],
        today: &str,
    ) -> (Status, Option<NaiveDate>) {
        let judged = self.judged_for(party, rules, &figures(), today);
        (judged.status, judged.due)
    }

    /// Status and due date, for department 1.
    pub fn stands(&self, rules: &[AppliedRule], today: &str) -> (Status, Option<NaiveDate>) {
        let judged = self.judged(rules, today);
        (judged.status, judged.due)
    }
}

pub fn due(on: &str) -> Option<NaiveDate> {
    Some(day(on))
}
