//! Old items.

use lanmu_domain::freshness::Status;
use lanmu_domain::rule::Period;

use super::support::{Story, due, maximum_age};

#[test]
fn the_oldest_item_must_go_in_time() {
    let rules = [maximum_age(Period::Months(12))];
    let story = Story::new().published("2026-01-10").published("2025-03-10");
    assert_eq!(
        story.stands(&rules, "2026-02-07"),
        (Status::Fresh, due("2026-03-10"))
    );
    assert_eq!(
        story.stands(&rules, "2026-02-08"),
        (Status::DueSoon, due("2026-03-10"))
    );
    assert_eq!(
        story.stands(&rules, "2026-03-10"),
        (Status::DueToday, due("2026-03-10"))
    );
    assert_eq!(
        story.stands(&rules, "2026-03-11"),
        (Status::Overdue, due("2026-03-10"))
    );
}

#[test]
fn a_new_item_does_not_excuse_an_old_one() {
    let rules = [maximum_age(Period::Months(12))];
    let story = Story::new().published("2025-03-10").published("2026-03-11");
    assert_eq!(
        story.stands(&rules, "2026-03-12"),
        (Status::Overdue, due("2026-03-10"))
    );
}

#[test]
fn an_empty_column_has_nothing_to_take_down() {
    let rules = [maximum_age(Period::Months(12))];
    assert_eq!(
        Story::new().stands(&rules, "2026-03-12"),
        (Status::Fresh, None)
    );
}
