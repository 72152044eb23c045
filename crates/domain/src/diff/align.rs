//! Two rows of parts beside each other: paragraphs of a body, rows of a table, cells of a row.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::budget::Budget;
use super::lcs::lcs;

/// Parts less alike than this are not read as a change of each other.
const ALIKE: f64 = 0.4;
/// Gaps of more pairs than this are paired in order only.
const PAIRS_MAX: usize = 2_500;

/// Where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// In both, the same or changed.
    Both(usize, usize),
    /// Only in the old row.
    Old(usize),
    /// Only in the new row.
    New(usize),
}

/// Puts the parts beside each other. `numbers` are the same for the same parts; `alike` says how
/// much two have in common, 0 to 1; `moves` are left apart: they stand in both at other places.
pub(super) fn align(
    old: &[u32],
    new: &[u32],
    moves: &Moves,
    alike: impl Fn(usize, usize) -> f64,
    budget: &mut Budget,
) -> Vec<Beside> {
    let same = lcs(old, new, budget).unwrap_or_else(|| {
        budget.coarse = true;
        Vec::new()
    });
    let mut found = Vec::with_capacity(old.len().max(new.len()));
    let (mut i, mut j) = (0, 0);
    for (p, q) in same.into_iter().chain([(old.len(), new.len())]) {
        gap(i..p, j..q, moves, &alike, budget, &mut found);
        if p < old.len() && q < new.len() {
            found.push(Beside::Both(p, q));
        }
        (i, j) = (p + 1, q + 1);
    }
    found
}

/// Places of parts that stand in both rows, but not in the same order.
#[derive(Default)]
pub(super) struct Moves {
    pub(super) old: HashSet<usize>,
    pub(super) new: HashSet<usize>,
}

impl Moves {
    /// Those parts of the old row that are not beside themselves, are `worth` it, and stand
    /// elsewhere in the new row.
    pub(super) fn of(
        old: &[u32],
        new: &[u32],
        worth: impl Fn(usize) -> bool,
        budget: &mut Budget,
    ) -> Self {
        let same = lcs(old, new, budget).unwrap_or_default();
        let (kept_old, kept_new): (HashSet<_>, HashSet<_>) = same.into_iter().unzip();
        let mut free: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, number) in new.iter().enumerate().rev() {
            if !kept_new.contains(&at) {
                free.entry(*number).or_default().push(at);
            }
        }
        let mut moves = Self::default();
        for (at, number) in old.iter().enumerate() {
            if kept_old.contains(&at) || !worth(at) {
                continue;
            }
            if let Some(to) = free.get_mut(number).and_then(Vec::pop) {
                moves.old.insert(at);
                moves.new.insert(to);
            }
        }
        moves
    }
}

fn gap(
    old: Range<usize>,
    new: Range<usize>,
    moves: &Moves,
    alike: &impl Fn(usize, usize) -> f64,
    budget: &mut Budget,
    found: &mut Vec<Beside>,
) {
    let left: Vec<usize> = old.clone().filter(|at| !moves.old.contains(at)).collect();
    let right: Vec<usize> = new.clone().filter(|at| !moves.new.contains(at)).collect();
    let pairs =
        if left.len() * right.len() <= PAIRS_MAX && budget.take(left.len() * right.len() * 64) {
            best_pairs(&left, &right, alike)
        } else {
            let in_order = left.iter().copied().zip(right.iter().copied());
            in_order.filter(|(p, q)| alike(*p, *q) >= ALIKE).collect()
        };
    let (mut i, mut j) = (old.start, new.start);
    for (p, q) in pairs.into_iter().chain([(old.end, new.end)]) {
        found.extend((i..p).map(Beside::Old));
        found.extend((j..q).map(Beside::New));
        if p < old.end && q < new.end {
            found.push(Beside::Both(p, q));
        }
        (i, j) = (p + 1, q + 1);
    }
}

/// The pairs, in order, that have most in common.
fn best_pairs(
    left: &[usize],
    right: &[usize],
    alike: &impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut best = vec![0.0_f64; (left.len() + 1) * width];
    let mut taken = vec![false; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let common = alike(left[i], right[j]);
            let pair = common + best[(i + 1) * width + j + 1];
            let take = common >= ALIKE && pair > skip;
            best[i * width + j] = if take { pair } else { skip };
            taken[i * width + j] = take;
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if taken[i * width + j] {
            pairs.push((left[i], right[j]));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// How much two texts have in common, 0 to 1, by their words without regard to order. Both are
/// sorted.
pub(super) fn overlap(a: &[u32], b: &[u32]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0_usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let all = a.len() + b.len();
    if all == 0 {
        return 1.0;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share of a few thousand words"
    )]
    let share = 2.0 * common as f64 / all as f64;
    share
}
