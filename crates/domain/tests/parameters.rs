//! Figures by key and day.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::parameters::{
    ParameterValue, Parameters, check_value, default_values, parameter_label,
};
use lanmu_domain::rule::{Limit, Period};
use rstest::rstest;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn value(key: &str, value: Value, from: &str) -> ParameterValue {
    let effective_from = day(from);
    ParameterValue {
        key: key.to_owned(),
        value,
        basis: String::new(),
        effective_from,
    }
}

#[test]
fn the_shipped_values_make_the_default_and_each_has_a_name_and_a_basis() {
    let values = default_values();
    let fields = serde_json::to_value(Parameters::default()).unwrap();
    assert_eq!(values.len(), fields.as_object().unwrap().len());
    assert_eq!(
        Parameters::on(day("2022-07-26"), &values),
        Ok(Parameters::default())
    );
    for value in &values {
        assert!(parameter_label(&value.key).is_some() && !value.basis.is_empty());
        assert_eq!(value.effective_from, day("2022-07-26"));
        assert_eq!(check_value(&value.key, &value.value), Ok(()));
    }
}

#[test]
fn the_latest_value_in_force_counts_in_whatever_order() {
    let limit = |count: u16| json!({"unit": "working_days", "count": count});
    let mut values = default_values();
    values.insert(0, value("timely", limit(9), "2024-01-01"));
    values.push(value("timely", limit(7), "2023-01-01"));
    values.push(value("timely", limit(8), "2023-01-01"));
    values.push(value(
        "floor_news",
        json!({"unit": "days", "count": 10}),
        "2025-01-01",
    ));
    let timely = |on| Parameters::on(day(on), &values).unwrap().timely;
    assert_eq!(
        timely("2022-01-01"),
        Limit::WorkingDays(3),
        "before anything: as shipped"
    );
    assert_eq!(timely("2022-12-31"), Limit::WorkingDays(3));
    assert_eq!(
        timely("2023-01-01"),
        Limit::WorkingDays(8),
        "the later of one day"
    );
    assert_eq!(timely("2024-01-01"), Limit::WorkingDays(9));
    let later = Parameters::on(day("2026-11-23"), &values).unwrap();
    assert_eq!(later.floor_news, Period::Days(10));
}

#[rstest]
#[case("timely", json!(3))]
#[case("timely", json!({"unit": "days", "count": 3}))]
#[case("timely", json!({"unit": "working_days", "count": -1}))]
#[case("timely", json!({"unit": "working_days", "count": 1.5}))]
#[case("timely", json!({"unit": "working_days", "count": 400}))]
#[case("timely", json!(null))]
#[case("floor_news", json!({"unit": "days", "count": 0}))]
#[case("floor_news", json!({"unit": "months", "count": 121}))]
#[case("soon_long_days", json!("14"))]
#[case("soon_long_days", json!(70000))]
#[case("nothing", json!(1))]
#[case("", json!(1))]
fn a_value_that_cannot_be_used_names_its_key(#[case] key: &str, #[case] bad: Value) {
    assert_eq!(check_value(key, &bad).unwrap_err().key, key);
    let values = [value(key, bad, "2022-07-26")];
    let problem = Parameters::on(day("2026-01-01"), &values).unwrap_err();
    assert_eq!(problem.key, key);
    assert!(problem.message.contains(key));
}

#[test]
fn the_same_day_is_a_limit() {
    let same_day = json!({"unit": "calendar_days", "count": 0});
    assert_eq!(check_value("work_news", &same_day), Ok(()));
}
