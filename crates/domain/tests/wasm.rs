//! The same code in the browser: `cargo test -p lanmu-domain --test wasm --target
//! wasm32-unknown-unknown` with wasm-bindgen-test-runner and a WebDriver.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate};
use lanmu_domain::calendar::{DayKind, WorkCalendar};
use lanmu_domain::freshness::{Facts, Publication, Status, judge};
use lanmu_domain::parameters::{Parameters, Timeline};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Rule, RuleSource};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[wasm_bindgen_test]
fn the_shipped_calendar_is_read() {
    let calendar = WorkCalendar::shipped();
    assert_eq!(calendar.day_kind(day("2026-02-14")), DayKind::MakeUp);
    assert_eq!(calendar.day_kind(day("2026-02-16")), DayKind::Holiday);
}

#[wasm_bindgen_test]
fn working_days_are_counted_over_spring_festival() {
    let deadline = WorkCalendar::shipped().deadline(day("2026-02-12"), Limit::WorkingDays(3));
    assert_eq!(deadline.day, day("2026-02-24"));
}

#[wasm_bindgen_test]
fn a_duty_is_judged() {
    let rule = Rule::Elapsed {
        period: Period::Days(14),
    };
    let rules = [AppliedRule::of(rule, RuleSource::Floor)];
    let publications = [Publication {
        id: 1,
        department_id: 1,
        published_at: DateTime::parse_from_rfc3339("2026-03-02T23:59:00+08:00").unwrap(),
        event_ids: Vec::new(),
    }];
    let facts = Facts {
        publications: &publications,
        ..Facts::none(day("2026-01-01"))
    };
    let judged = judge(
        &rules,
        &[1],
        &facts,
        &WorkCalendar::shipped(),
        &Timeline::from(Parameters::default()),
        day("2026-03-16"),
    );
    assert_eq!(
        (judged.status, judged.due),
        (Status::DueToday, Some(day("2026-03-16")))
    );
}
