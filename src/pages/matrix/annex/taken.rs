//! Which of the changes that a file suggests are taken over: pure, so that it can be tested
//! without a browser.

use std::collections::BTreeSet;

use lanmu_api::matrix_draft::ProposedChange;

/// What is taken over unless somebody decides otherwise: what is not doubtful, guesses before
/// their other reading, and nothing whose ground is left out.
#[must_use]
pub fn at_first(proposals: &[ProposedChange]) -> BTreeSet<u32> {
    let other_readings: BTreeSet<u32> = proposals
        .iter()
        .filter(|proposal| proposal.guess)
        .flat_map(|proposal| proposal.instead.iter().copied())
        .collect();
    let mut taken = BTreeSet::new();
    for proposal in proposals {
        let key = proposal.change.key;
        let sure = proposal.doubts.is_empty() && !other_readings.contains(&key);
        if sure && proposal.needs.iter().all(|need| taken.contains(need)) {
            taken.insert(key);
        }
    }
    taken
}

/// What is taken over once this one is turned: what it needs comes with it, what needs it goes
/// with it, and of two readings of the same lines there is one at most.
#[must_use]
pub fn turned(proposals: &[ProposedChange], taken: &BTreeSet<u32>, key: u32) -> BTreeSet<u32> {
    let mut then = taken.clone();
    let Some(proposal) = of(proposals, key) else {
        return then;
    };
    if taken.contains(&key) {
        leave(proposals, &mut then, key);
        for other in &proposal.instead {
            take(proposals, &mut then, *other);
        }
    } else {
        take(proposals, &mut then, key);
    }
    then
}

fn of(proposals: &[ProposedChange], key: u32) -> Option<&ProposedChange> {
    proposals.iter().find(|proposal| proposal.change.key == key)
}

fn take(proposals: &[ProposedChange], taken: &mut BTreeSet<u32>, key: u32) {
    let Some(proposal) = of(proposals, key) else {
        return;
    };
    if !taken.insert(key) {
        return;
    }
    for other in &proposal.instead {
        leave(proposals, taken, *other);
    }
    for guess in proposals
        .iter()
        .filter(|guess| guess.instead.contains(&key))
    {
        leave(proposals, taken, guess.change.key);
    }
    for need in &proposal.needs {
        take(proposals, taken, *need);
    }
}

fn leave(proposals: &[ProposedChange], taken: &mut BTreeSet<u32>, key: u32) {
    if !taken.remove(&key) {
        return;
    }
    for child in proposals.iter().filter(|child| child.needs.contains(&key)) {
        leave(proposals, taken, child.change.key);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use lanmu_api::matrix_draft::ProposedChange;
    use lanmu_domain::annex::{Doubt, DoubtKind};
    use lanmu_domain::matrix_change::{ColumnRef, KeyedChange, MatrixChange};

    use super::{at_first, turned};

    fn proposal(key: u32, needs: &[u32], instead: &[u32]) -> ProposedChange {
        ProposedChange {
            change: KeyedChange {
                key,
                change: MatrixChange::CloseColumn {
                    column: ColumnRef::Id(1),
                },
            },
            words: String::new(),
            needs: needs.to_vec(),
            difference: None,
            guess: !instead.is_empty(),
            instead: instead.to_vec(),
            doubts: Vec::new(),
        }
    }

    fn doubtful(key: u32) -> ProposedChange {
        let doubt = Doubt {
            row: 1,
            cell: "更新要求".to_owned(),
            kind: DoubtKind::UnreadRequirement,
            text: "有空再说".to_owned(),
            message: "未能识别".to_owned(),
        };
        ProposedChange {
            doubts: vec![doubt],
            ..proposal(key, &[], &[])
        }
    }

    fn set<const N: usize>(keys: [u32; N]) -> BTreeSet<u32> {
        BTreeSet::from(keys)
    }

    #[test]
    fn doubtful_ones_and_the_other_reading_of_a_guess_stay_out_at_first() {
        let all = [
            proposal(1, &[], &[]),
            proposal(2, &[1], &[]),
            proposal(3, &[], &[4, 5]),
            proposal(4, &[], &[]),
            proposal(5, &[], &[]),
            doubtful(6),
            proposal(7, &[6], &[]),
        ];
        assert_eq!(at_first(&all), set([1, 2, 3]));
    }

    #[test]
    fn what_is_needed_comes_with_it_and_what_needs_it_goes() {
        let all = [
            proposal(1, &[], &[]),
            proposal(2, &[1], &[]),
            proposal(3, &[2], &[]),
        ];
        assert_eq!(turned(&all, &set([]), 3), set([1, 2, 3]));
        assert_eq!(turned(&all, &set([1, 2, 3]), 1), set([]));
        assert_eq!(turned(&all, &set([1, 2, 3]), 3), set([1, 2]));
    }

    #[test]
    fn of_two_readings_there_is_one() {
        let all = [
            proposal(1, &[], &[2, 3]),
            proposal(2, &[], &[]),
            proposal(3, &[], &[]),
        ];
        assert_eq!(turned(&all, &set([1]), 1), set([2, 3]));
        assert_eq!(turned(&all, &set([2, 3]), 1), set([1]));
        assert_eq!(turned(&all, &set([1]), 2), set([2]));
    }
}
