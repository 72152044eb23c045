//! The same for lines and changes that nobody thought of.

use lanmu_domain::ledger::{FaultKind, GENESIS, LedgerLine};
use proptest::prelude::*;

use super::{chain, changes, fault, line, verify};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn moving_a_character_to_the_next_field_changes_the_hash(
        texts in prop::collection::vec("[ab=:\n-]{1,5}", 7), field in 0..6_usize
    ) {
        let with = |t: &[String]| LedgerLine {
            person_name: t[0].clone(),
            post: t[1].clone(),
            department_name: t[2].clone(),
            column_path: t[3].clone(),
            subject: t[4].clone(),
            revision: t[5].clone(),
            note: t[6].clone(),
            ..line(1)
        };
        let mut moved = texts.clone();
        let last = moved[field].pop().unwrap();
        moved[field + 1].insert(0, last);
        prop_assert_ne!(with(&texts).canonical(GENESIS), with(&moved).canonical(GENESIS));
        prop_assert_ne!(with(&texts).hash(GENESIS), with(&moved).hash(GENESIS));
    }

    #[test]
    fn the_first_of_several_altered_lines_is_named(
        length in 1..30_i64, picks in prop::collection::vec((0..30_usize, 0..12_usize), 1..4)
    ) {
        let mut lines = chain(length);
        let changes = changes();
        // A second change of the same field could undo the first.
        let mut done = std::collections::BTreeSet::new();
        for (index, change) in picks {
            let index = index % lines.len();
            if done.insert(index) {
                changes[change].1(&mut lines[index].line);
            }
        }
        let first = lines[*done.first().unwrap()].line.sequence;
        prop_assert_eq!(verify(&lines, None), fault(first, FaultKind::ContentAltered));
    }

    #[test]
    fn the_first_missing_line_is_named(length in 2..30_i64, from in 0..30_usize, count in 1..30_usize) {
        let whole = chain(length);
        let mut lines = whole.clone();
        let from = from % lines.len();
        lines.drain(from..(from + count).min(whole.len()));
        let head = (length, whole[whole.len() - 1].hash.as_str());
        prop_assert_eq!(
            verify(&lines, Some(head)),
            fault(i64::try_from(from).unwrap() + 1, FaultKind::Gap)
        );
    }
}
