//! Rules down the column tree: what a coordinator sets, and what a duty then has to keep.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{Facts, Publication, Status, judge};
use lanmu_domain::parameters::{Figure, Parameters, Timeline};
use lanmu_domain::rule::{
    AppliedRule, ColumnSetting, InForce, Limit, Period, Reach, Rule, RuleSource, Trigger,
    check_rules, rules_in_force,
};
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn within(days: u16) -> Rule {
    Rule::Elapsed {
        period: Period::Days(days),
    }
}

fn on_documents() -> Rule {
    Rule::Event {
        triggers: vec![Trigger::DocumentIssued],
        limit: Limit::WorkingDays(3),
    }
}

/// What the cell says.
fn cell(rule: Rule) -> AppliedRule {
    AppliedRule::of(rule, RuleSource::Annex)
}

/// What the notice says of columns of this kind.
fn notice(rule: Rule) -> AppliedRule {
    AppliedRule {
        figure: Some(Figure::FloorNews),
        ..AppliedRule::of(rule, RuleSource::Floor)
    }
}

/// Once a year, because there are event rules only.
fn yearly(period: Period) -> AppliedRule {
    AppliedRule {
        figure: Some(Figure::Yearly),
        ..AppliedRule::of(Rule::Elapsed { period }, RuleSource::Yearly)
    }
}

fn setting(column: &str, reach: Reach, rules: &[Rule]) -> ColumnSetting {
    ColumnSetting {
        column: column.to_owned(),
        own: false,
        reach,
        rules: rules.to_vec(),
        basis: "县政府办公室2026年工作要点".to_owned(),
        words: "按要点执行".to_owned(),
        effective_from: day("2026-06-01"),
    }
}

fn default_at(column: &str, rules: &[Rule]) -> ColumnSetting {
    setting(column, Reach::Default, rules)
}

fn floor_at(column: &str, rules: &[Rule]) -> ColumnSetting {
    setting(column, Reach::Floor, rules)
}

fn own(setting: ColumnSetting) -> ColumnSetting {
    ColumnSetting {
        own: true,
        ..setting
    }
}

fn of(read: &[AppliedRule], settings: &[ColumnSetting]) -> InForce {
    rules_in_force(read, settings, &Parameters::default())
}

fn rules(in_force: &InForce) -> Vec<Rule> {
    in_force.rules.iter().map(|r| r.rule.clone()).collect()
}

#[test]
fn without_settings_everything_is_as_it_was_read() {
    let read = [cell(within(7)), notice(within(14))];
    let in_force = of(&read, &[]);
    assert_eq!(in_force.rules, read);
    assert_eq!(in_force.set_aside, []);
}

#[test]
fn a_column_without_a_cell_takes_the_default_above() {
    let in_force = of(&[], &[default_at("政务公开", &[within(30)])]);
    assert_eq!(rules(&in_force), [within(30)]);
    assert_eq!(in_force.rules[0].source, RuleSource::Coordinator);
}

#[test]
fn the_nearest_default_wins() {
    let settings = [
        default_at("政务公开", &[within(30)]),
        default_at("政务公开 / 财政", &[within(20)]),
    ];
    assert_eq!(rules(&of(&[], &settings)), [within(20)]);
}

#[test]
fn the_own_default_wins_over_those_above() {
    let settings = [
        default_at("政务公开", &[within(30)]),
        own(default_at("政务公开 / 财政", &[within(10)])),
    ];
    assert_eq!(rules(&of(&[], &settings)), [within(10)]);
}

#[test]
fn the_cell_is_the_own_rule_of_its_column() {
    let in_force = of(&[cell(within(7))], &[default_at("政务公开", &[within(30)])]);
    assert_eq!(rules(&in_force), [within(7)]);
    assert_eq!(in_force.set_aside, []);
}

#[test]
fn the_own_default_replaces_the_cell_which_is_shown_as_set_aside() {
    let read = [cell(within(7)), notice(within(14))];
    let in_force = of(&read, &[own(default_at("政务公开", &[within(30)]))]);
    assert_eq!(rules(&in_force), [within(30), within(14)]);
    assert_eq!(in_force.set_aside, [cell(within(7))]);
}

#[test]
fn floors_add_up_from_every_level() {
    let settings = [
        floor_at("政务公开", &[within(90)]),
        floor_at("政务公开 / 财政", &[Rule::Count { per_year: 6 }]),
        own(floor_at("政务公开 / 财政 / 动态", &[within(21)])),
    ];
    let in_force = of(&[cell(within(7))], &settings);
    assert_eq!(
        rules(&in_force),
        [
            within(7),
            within(90),
            Rule::Count { per_year: 6 },
            within(21)
        ]
    );
}

#[test]
fn a_floor_stays_where_a_default_replaces_the_cell() {
    let settings = [
        floor_at("政务公开", &[within(14)]),
        own(default_at("政务公开 / 动态", &[within(60)])),
    ];
    let in_force = of(&[cell(within(7))], &settings);
    assert_eq!(rules(&in_force), [within(60), within(14)]);
}

#[test]
fn an_empty_default_hides_what_stands_above() {
    let settings = [
        default_at("政务公开", &[within(30)]),
        default_at("政务公开 / 财政", &[]),
    ];
    assert_eq!(rules(&of(&[], &settings)), []);
}

#[test]
fn an_empty_own_default_hides_the_cell_but_not_the_notice() {
    let read = [cell(within(7)), notice(within(14))];
    let in_force = of(&read, &[own(default_at("政务公开", &[]))]);
    assert_eq!(rules(&in_force), [within(14)]);
    assert_eq!(in_force.set_aside, [cell(within(7))]);
}

#[test]
fn what_was_taken_back_leaves_what_was_read() {
    // A setting that was taken back is none: the tree does not hand it on.
    let read = [cell(within(7)), notice(within(14))];
    let with = of(&read, &[own(default_at("政务公开", &[within(30)]))]);
    assert_ne!(with.rules, read);
    assert_eq!(of(&read, &[]).rules, read);
}

#[test]
fn what_is_taken_back_nearby_uncovers_what_stands_above() {
    let above = default_at("政务公开", &[within(30)]);
    let near = default_at("政务公开 / 财政", &[within(20)]);
    assert_eq!(rules(&of(&[], &[above.clone(), near])), [within(20)]);
    assert_eq!(rules(&of(&[], &[above])), [within(30)]);
}

#[test]
fn a_change_above_reaches_below_and_not_beside() {
    let above = |days| default_at("政务公开", &[within(days)]);
    let below = [cell(within(7))];
    // Two columns below inherit, one has a cell, one beside has no setting above it.
    assert_eq!(rules(&of(&[], &[above(30)])), [within(30)]);
    assert_eq!(rules(&of(&[], &[above(40)])), [within(40)]);
    assert_eq!(rules(&of(&below, &[above(40)])), [within(7)]);
    assert_eq!(rules(&of(&[], &[])), []);
}

#[test]
fn what_is_inherited_names_where_it_was_set() {
    let settings = [
        floor_at("政务公开", &[within(90)]),
        own(floor_at("政务公开 / 动态", &[within(21)])),
    ];
    let in_force = of(&[], &settings);
    let from: Vec<Option<&str>> = in_force
        .rules
        .iter()
        .map(|rule| rule.inherited_from.as_deref())
        .collect();
    assert_eq!(from, [Some("政务公开"), None]);
    let rule = &in_force.rules[0];
    assert_eq!(rule.source_text, "按要点执行");
    assert_eq!(rule.basis, "县政府办公室2026年工作要点");
    assert_eq!(rule.effective_from, Some(day("2026-06-01")));
}

#[test]
fn a_column_that_others_keep_stays_theirs() {
    let settings = [floor_at("政务公开", &[within(30)])];
    assert_eq!(
        rules(&of(&[cell(Rule::External)], &settings)),
        [Rule::External]
    );
}

#[test]
fn a_default_can_say_that_others_keep_the_column() {
    let read = [cell(within(7)), notice(within(14))];
    let settings = [
        floor_at("政务公开", &[within(30)]),
        own(default_at("政务公开 / 动态", &[Rule::External])),
    ];
    let in_force = of(&read, &settings);
    assert_eq!(rules(&in_force), [Rule::External]);
    assert_eq!(in_force.set_aside, [cell(within(7))]);
}

#[test]
fn once_a_year_follows_where_a_default_brings_events_only() {
    let settings = [own(default_at("政务公开", &[on_documents()]))];
    let in_force = of(&[cell(within(7))], &settings);
    assert_eq!(in_force.rules.len(), 2);
    assert_eq!(in_force.rules[1].source, RuleSource::Yearly);
    assert_eq!(in_force.rules[1].figure, Some(Figure::Yearly));
}

#[test]
fn once_a_year_goes_where_a_floor_asks_for_more() {
    let read = [cell(on_documents()), yearly(Period::Months(12))];
    let in_force = of(&read, &[floor_at("政务公开", &[within(90)])]);
    assert_eq!(rules(&in_force), [on_documents(), within(90)]);
}

#[test]
fn once_a_year_is_as_long_as_the_figure_says() {
    let read = [cell(on_documents()), yearly(Period::Months(12))];
    let parameters = Parameters {
        yearly: Period::Months(6),
        ..Parameters::default()
    };
    let settings = [floor_at("政务公开", &[on_documents()])];
    let in_force = rules_in_force(&read, &settings, &parameters);
    let last = in_force.rules.last().unwrap();
    assert_eq!(last.source, RuleSource::Yearly);
    assert_eq!(
        last.rule,
        Rule::Elapsed {
            period: Period::Months(6)
        }
    );
}

#[rstest]
// Published on 1 May, a week asked for from 1 June on: due when it comes into force, not before.
#[case("2026-06-01", Status::DueToday)]
#[case("2026-06-02", Status::Overdue)]
fn a_setting_makes_nothing_due_before_it_is_in_force(#[case] today: &str, #[case] status: Status) {
    let rules = of(&[], &[own(default_at("政务公开", &[within(7)]))]).rules;
    let publications = [Publication {
        id: 1,
        department_id: 1,
        published_at: "2026-05-01T10:00:00+08:00".parse().unwrap(),
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
        day(today),
    );
    assert_eq!(
        (judged.status, judged.due),
        (status, Some(day("2026-06-01")))
    );
}

#[rstest]
#[case(within(1), true)]
#[case(within(366), true)]
#[case(within(0), false)]
#[case(within(367), false)]
#[case(Rule::Elapsed { period: Period::Months(120) }, true)]
#[case(Rule::MaximumAge { period: Period::Months(0) }, false)]
#[case(Rule::Count { per_year: 366 }, true)]
#[case(Rule::Count { per_year: 0 }, false)]
#[case(on_documents(), true)]
#[case(Rule::Event { triggers: vec![], limit: Limit::WorkingDays(3) }, false)]
#[case(Rule::Event { triggers: vec![Trigger::Change; 2], limit: Limit::WorkingDays(3) }, false)]
#[case(Rule::Event { triggers: vec![Trigger::Change], limit: Limit::CalendarDays(0) }, false)]
fn rules_have_bounds(#[case] rule: Rule, #[case] fits: bool) {
    for reach in [Reach::Default, Reach::Floor] {
        assert_eq!(
            check_rules(reach, std::slice::from_ref(&rule)).is_ok(),
            fits
        );
    }
}

#[test]
fn only_a_default_may_be_empty_or_without_a_clock() {
    for rules in [vec![], vec![Rule::External], vec![Rule::Reply]] {
        assert_eq!(check_rules(Reach::Default, &rules), Ok(()));
        assert!(check_rules(Reach::Floor, &rules).is_err());
    }
    assert!(check_rules(Reach::Default, &[Rule::External, within(7)]).is_err());
    assert!(check_rules(Reach::Default, &[within(7), within(7)]).is_err());
    let many: Vec<Rule> = (1..=11).map(within).collect();
    assert!(check_rules(Reach::Floor, &many).is_err());
}
