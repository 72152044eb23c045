//! 核对无变化, at most twice in a row without the section head.

use lanmu_domain::freshness::{attestations_in_a_row, needs_section_head};

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
