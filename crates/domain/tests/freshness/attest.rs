//! 核对无变化, at most twice in a row without the section head.

use lanmu_domain::freshness::{attestations_in_a_row, needs_section_head};

use rstest::rstest;

use super::support::{Story, day};

fn needs(story: &Story, on: &str) -> bool {
    needs_section_head(&[1], &story.facts(), day(on))
}

#[test]
fn the_third_in_a_row_needs_the_section_head() {
    let one = Story::new().published("2023-03-02").attested("2024-03-01");
    assert!(!needs(&one, "2025-03-01"));
    let two = one.attested("2025-03-01");
    assert!(needs(&two, "2026-03-01"));
}

#[test]
fn a_publication_or_a_confirmed_attestation_starts_a_new_row() {
    let two = || Story::new().attested("2024-03-01").attested("2025-03-01");
    assert!(needs(&two(), "2026-03-01"));
    assert!(!needs(&two().published("2025-06-01"), "2026-03-01"));
    assert!(!needs(
        &two().attested_by(1, "2025-06-01", true),
        "2026-03-01"
    ));
}

#[test]
fn later_days_and_other_departments_do_not_count() {
    let story = Story::new()
        .attested("2024-03-01")
        .attested_by(9, "2024-04-01", false)
        .attested("2027-03-01")
        .published_by(9, "2025-01-01", &[])
        .published("2028-01-01");
    assert_eq!(
        attestations_in_a_row(&[1], &story.facts(), day("2026-03-01")),
        1
    );
}

/// Attestations of department 1, which owned the duty until 2025-07-01, and of 2, which owns it.
#[rstest]
#[case::none(&[], None, 0)]
#[case::one(&[(2, "2025-08-01")], None, 1)]
#[case::the_former_owners_in_its_time(&[(1, "2025-06-30"), (2, "2025-08-01")], None, 2)]
#[case::the_former_owners_afterwards(&[(1, "2025-07-01"), (2, "2025-08-01")], None, 1)]
#[case::on_the_day_of_a_publication(&[(2, "2025-08-01")], Some("2025-08-01"), 0)]
#[case::the_day_after(&[(2, "2025-08-02")], Some("2025-08-01"), 1)]
#[case::two_on_one_day(&[(2, "2025-08-02"), (2, "2025-08-02")], Some("2025-08-01"), 2)]
fn a_row_goes_on_under_another_owner(
    #[case] attested: &[(i64, &str)],
    #[case] published: Option<&str>,
    #[case] row: usize,
) {
    let mut story = Story::new()
        .since("2022-07-26")
        .owned_before_by(1, "2025-07-01");
    for (department, on) in attested {
        story = story.attested_by(*department, on, false);
    }
    if let Some(on) = published {
        story = story.published_by(2, on, &[]);
    }
    let facts = story.facts();
    assert_eq!(attestations_in_a_row(&[2], &facts, day("2026-03-01")), row);
    assert_eq!(
        needs_section_head(&[2], &facts, day("2026-03-01")),
        row >= 2
    );
}
