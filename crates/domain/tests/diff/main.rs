//! What changed, word by word.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on panics"
)]

mod properties;
mod structure;
mod words;

use lanmu_domain::diff::{BlockDiff, Change, Segment, compare_bodies};

/// The segments of the only part of two bodies.
fn only(old: &str, new: &str) -> Vec<Segment> {
    let diff = compare_bodies(old, new);
    let [BlockDiff::Text(_, text)] = diff.blocks.as_slice() else {
        panic!("{:?}", diff.blocks);
    };
    text.segments.clone()
}

/// Segments as text: `[-gone-]`, `{+new+}`.
fn written(segments: &[Segment]) -> String {
    let one = |segment: &Segment| match segment.change {
        Change::Same => segment.text.clone(),
        Change::Deleted => format!("[-{}-]", segment.text),
        Change::Inserted => format!("{{+{}+}}", segment.text),
    };
    segments.iter().map(one).collect()
}
