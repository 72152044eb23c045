//! 存疑: which times of publication cannot be taken as they stand, to the minute.

use chrono::{DateTime, Duration, FixedOffset};
use lanmu_domain::freshness::{EvidenceDoubt, EvidenceVerdict, evidence_doubts};

use EvidenceDoubt as D;

fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// Released at 10:00:30, recorded at 15:20:40.
fn doubts(published: &str, former: &[&str]) -> Vec<EvidenceDoubt> {
    let former: Vec<_> = former.iter().map(|time| at(time)).collect();
    evidence_doubts(
        at(published),
        Some(at("2026-11-23T10:00:30+08:00")),
        at("2026-11-23T15:20:40+08:00"),
        &former,
    )
}

#[test]
fn the_minute_of_the_release_is_fine_and_the_one_before_is_not() {
    assert_eq!(doubts("2026-11-23T10:00:00+08:00", &[]), []);
    assert_eq!(doubts("2026-11-23T09:59:59+08:00", &[]), [D::BeforeRelease]);
    assert_eq!(doubts("2026-11-22T10:00:00+08:00", &[]), [D::BeforeRelease]);
}

#[test]
fn the_minute_of_recording_is_fine_and_the_one_after_is_not() {
    assert_eq!(doubts("2026-11-23T15:20:59+08:00", &[]), []);
    assert_eq!(doubts("2026-11-23T15:21:00+08:00", &[]), [D::InFuture]);
}

#[test]
fn another_publication_in_the_same_minute_makes_it_doubtful() {
    let former = ["2026-11-23T11:30:00+08:00", "2026-06-01T08:00:00+08:00"];
    assert_eq!(doubts("2026-11-23T11:30:59+08:00", &former), [D::SameTime]);
    assert_eq!(doubts("2026-11-23T11:31:00+08:00", &former), []);
    assert_eq!(doubts("2026-11-23T11:29:59+08:00", &former), []);
}

#[test]
fn a_moment_is_the_same_moment_in_any_offset() {
    // 02:00 UTC is 10:00 in Chinese time.
    assert_eq!(doubts("2026-11-23T02:00:00Z", &[]), []);
    assert_eq!(doubts("2026-11-23T01:59:00Z", &[]), [D::BeforeRelease]);
    assert_eq!(
        doubts("2026-11-23T11:30:00+08:00", &["2026-11-23T03:30:15Z"]),
        [D::SameTime]
    );
    // 10:00 on a clock in Tokyo is before the release.
    assert_eq!(doubts("2026-11-23T10:00:00+09:00", &[]), [D::BeforeRelease]);
}

#[test]
fn all_doubts_come_at_once_in_the_fixed_order() {
    let both = "2026-11-23T09:00:00+08:00";
    assert_eq!(doubts(both, &[both]), [D::BeforeRelease, D::SameTime]);
    let future = "2027-01-01T00:00:00+08:00";
    assert_eq!(doubts(future, &[future]), [D::InFuture, D::SameTime]);
}

#[test]
fn without_a_release_only_the_other_doubts_apply() {
    let recorded = at("2026-11-23T15:20:40+08:00");
    let before = recorded - Duration::days(400);
    assert_eq!(evidence_doubts(before, None, recorded, &[]), []);
    assert_eq!(
        evidence_doubts(recorded + Duration::minutes(1), None, recorded, &[]),
        [D::InFuture]
    );
}

#[test]
fn keys_are_those_of_the_json_and_words_are_their_own() {
    for doubt in D::ALL {
        assert_eq!(serde_json::to_value(doubt).unwrap(), doubt.key());
        assert!(!doubt.label().is_empty());
    }
    for verdict in [EvidenceVerdict::Accepted, EvidenceVerdict::Rejected] {
        assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.key());
    }
}
