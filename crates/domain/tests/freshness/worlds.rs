//! Random worlds: a duty with rules, owners of now and of then, closures, figures that change, and
//! everything that happened.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Attestation, Closure, Facts, Judgement, Publication, Tenure, TriggerEvent, judge,
};
use lanmu_domain::parameters::{Figure, ParameterValue, Timeline};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Rule, RuleSource, Trigger};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::support::{applied, day};

pub static CALENDAR: LazyLock<WorkCalendar> = LazyLock::new(WorkCalendar::shipped);

/// A figure that changes on a day.
#[derive(Clone, Debug)]
pub struct Change {
    pub from: NaiveDate,
    pub key: &'static str,
    pub to: Changed,
}

/// What it becomes.
#[derive(Clone, Copy, Debug)]
pub enum Changed {
    Limit(Limit),
    Period(Period),
    Days(u16),
}

#[derive(Clone, Debug)]
pub struct World {
    pub rules: Vec<AppliedRule>,
    pub party: Vec<i64>,
    pub former: Vec<Tenure>,
    pub since: NaiveDate,
    pub taken_over: Option<NaiveDate>,
    pub publications: Vec<Publication>,
    pub events: Vec<TriggerEvent>,
    pub attestations: Vec<Attestation>,
    pub closures: Vec<Closure>,
    pub changes: Vec<Change>,
    pub today: NaiveDate,
}

impl World {
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            since: self.since,
            taken_over: self.taken_over,
            publications: &self.publications,
            events: &self.events,
            attestations: &self.attestations,
            former: &self.former,
            closures: &self.closures,
        }
    }

    pub fn timeline(&self) -> Timeline {
        let values: Vec<ParameterValue> = self.changes.iter().map(Change::stored).collect();
        Timeline::of(&values).unwrap()
    }

    pub fn judged(&self) -> Judgement {
        judge(
            &self.rules,
            &self.party,
            &self.facts(),
            &CALENDAR,
            &self.timeline(),
            self.today,
        )
    }
}

impl Change {
    fn stored(&self) -> ParameterValue {
        ParameterValue {
            key: self.key.to_owned(),
            value: match self.to {
                Changed::Limit(limit) => serde_json::to_value(limit).unwrap(),
                Changed::Period(period) => serde_json::to_value(period).unwrap(),
                Changed::Days(days) => days.into(),
            },
            basis: String::new(),
            effective_from: self.from,
        }
    }
}

/// A day within June 2024 and May 2027; the last months are not announced.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1_080).prop_map(|n| day("2024-06-01") + Days::new(n))
}

pub fn any_limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_u16..8).prop_map(Limit::WorkingDays),
        (0_u16..8).prop_map(Limit::CalendarDays)
    ]
}

pub fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1_u16..40).prop_map(Period::Days),
        (1_u16..15).prop_map(Period::Months)
    ]
}

fn any_trigger() -> impl Strategy<Value = Trigger> {
    prop_oneof![
        Just(Trigger::DocumentIssued),
        Just(Trigger::Activity),
        Just(Trigger::Change)
    ]
}

fn any_source() -> impl Strategy<Value = RuleSource> {
    prop_oneof![
        Just(RuleSource::Annex),
        Just(RuleSource::Floor),
        Just(RuleSource::Yearly),
        Just(RuleSource::Coordinator)
    ]
}

/// Every rule that asks for updates. [`Rule::MaximumAge`] asks for the opposite.
pub fn update_rule() -> impl Strategy<Value = AppliedRule> {
    let plain = |rule: Rule| (Just(rule), Just(None));
    let rule = prop_oneof![
        4 => (any_period(), option::of(prop_oneof![Just(Figure::FloorNews), Just(Figure::Yearly)]))
            .prop_map(|(period, figure)| (Rule::Elapsed { period }, figure)),
        2 => (0_u16..14).prop_map(|per_year| (Rule::Count { per_year }, None)),
        4 => (
            vec(any_trigger(), 1..3),
            any_limit(),
            option::of(prop_oneof![Just(Figure::DocumentIssued), Just(Figure::Activity)]),
        )
            .prop_map(|(triggers, limit, figure)| (Rule::Event { triggers, limit }, figure)),
        1 => plain(Rule::Reply),
        1 => plain(Rule::External),
    ];
    (rule, any_source(), option::weighted(0.2, any_day())).prop_map(
        |((rule, figure), source, effective_from)| AppliedRule {
            figure,
            effective_from,
            ..applied(rule, source)
        },
    )
}

/// Every rule there is.
pub fn any_rule() -> impl Strategy<Value = AppliedRule> {
    prop_oneof![
        5 => update_rule(),
        1 => any_period()
            .prop_map(|period| applied(Rule::MaximumAge { period }, RuleSource::Annex)),
    ]
}

prop_compose! {
    pub fn any_publication()(
        id in 100_i64..199, department_id in 1_i64..4, on in any_day(),
        minute in 0_i64..1440, event_ids in vec(1_i64..6, 0..3),
    ) -> Publication {
        let midnight = on.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset();
        let published_at = midnight + chrono::TimeDelta::minutes(minute);
        Publication { id, department_id, published_at, event_ids }
    }
}

prop_compose! {
    pub fn any_attestation()(
        id in 200_i64..299, department_id in 1_i64..4, on in any_day(), confirmed: bool,
    ) -> Attestation {
        Attestation { id, department_id, on, confirmed }
    }
}

prop_compose! {
    fn any_event()(
        trigger in any_trigger(), department_id in option::of(1_i64..4), occurred_on in any_day(),
    ) -> TriggerEvent {
        let department_ids = department_id.into_iter().collect();
        TriggerEvent { id: 0, trigger, department_ids, occurred_on, registered_on: occurred_on, title: String::new() }
    }
}

/// A time of up to so many days; open at its end now and then.
fn any_span(days: u64) -> impl Strategy<Value = (NaiveDate, Option<NaiveDate>)> {
    (any_day(), option::weighted(0.9, 0..days))
        .prop_map(|(from, days)| (from, days.map(|days| from + Days::new(days))))
}

pub fn any_closure() -> impl Strategy<Value = Closure> {
    any_span(120).prop_map(|(closed_on, reopened_on)| Closure {
        closed_on,
        reopened_on,
    })
}

fn any_tenure() -> impl Strategy<Value = Tenure> {
    (1_i64..4, any_span(600)).prop_map(|(department_id, (since, until))| Tenure {
        department_id,
        since,
        until,
    })
}

pub fn any_change() -> impl Strategy<Value = Change> {
    let period = |key| any_period().prop_map(move |to| (key, Changed::Period(to)));
    let limit = |key| any_limit().prop_map(move |to| (key, Changed::Limit(to)));
    let days = |key| (0_u16..40).prop_map(move |to| (key, Changed::Days(to)));
    let what = prop_oneof![
        period("floor_news"),
        period("yearly"),
        limit("document_issued"),
        limit("activity"),
        days("soon_short_days"),
        days("soon_long_days"),
    ];
    (any_day(), what).prop_map(|(from, (key, to))| Change { from, key, to })
}

prop_compose! {
    /// A world under rules of this kind.
    pub fn any_world(rule: BoxedStrategy<AppliedRule>)(
        rules in vec(rule, 0..4),
        party in vec(1_i64..4, 0..3),
        (former, closures, changes) in (
            vec(any_tenure(), 0..3), vec(any_closure(), 0..3), vec(any_change(), 0..4),
        ),
        since in any_day(),
        taken_over in option::weighted(0.2, any_day()),
        publications in vec(any_publication(), 0..8),
        events in vec(any_event(), 0..5),
        attestations in vec(any_attestation(), 0..4),
        today in any_day(),
    ) -> World {
        let mut world = World {
            rules, party, former, since, taken_over, publications, events, attestations, closures,
            changes, today,
        };
        // Ids are unique, as in a table.
        for (id, event) in (1..).zip(&mut world.events) {
            event.id = id;
        }
        for (id, publication) in (1..).zip(&mut world.publications) {
            publication.id = id;
        }
        for (id, attestation) in (1..).zip(&mut world.attestations) {
            attestation.id = id;
        }
        world
    }
}
