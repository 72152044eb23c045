//! The longest common subsequence of two rows of numbers: Myers' algorithm, forward, with a bound
//! on how different the two may be.

use super::budget::Budget;

/// Differences at most; what differs more is no longer read as a change of the other.
const DIFFERENCES_MAX: usize = 1_000;

/// Pairs of places that hold the same, both ascending. `None` where the two differ by more than
/// the bound, or the budget is spent.
pub(super) fn lcs(old: &[u32], new: &[u32], budget: &mut Budget) -> Option<Vec<(usize, usize)>> {
    let prefix = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[prefix..], &new[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev());
    let suffix = suffix.take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let middle = myers(a, b, budget)?;
    let mut pairs: Vec<_> = (0..prefix).map(|at| (at, at)).collect();
    pairs.extend(middle.into_iter().map(|(i, j)| (i + prefix, j + prefix)));
    pairs.extend((0..suffix).map(|at| (prefix + a.len() + at, prefix + b.len() + at)));
    Some(pairs)
}

fn myers(a: &[u32], b: &[u32], budget: &mut Budget) -> Option<Vec<(usize, usize)>> {
    if a.is_empty() || b.is_empty() {
        return Some(Vec::new());
    }
    if !budget.take(a.len() + b.len()) {
        return None;
    }
    let most = (a.len() + b.len()).min(DIFFERENCES_MAX);
    // reached[d][k] is how far along `a` one comes with d differences, k of them deletions.
    let mut reached: Vec<Vec<usize>> = Vec::new();
    for d in 0..=most {
        if !budget.take(d + 1) {
            return None;
        }
        let mut row = Vec::with_capacity(d + 1);
        for k in 0..=d {
            let mut x = Step::to(&reached, d, k).x();
            // The diagonal is where x - y = 2k - d.
            let mut y = x + d - 2 * k;
            while x < a.len() && y < b.len() && a[x] == b[y] {
                x += 1;
                y += 1;
            }
            row.push(x);
            if x >= a.len() && y >= b.len() {
                reached.push(row);
                return Some(trace(&reached, a, b, k));
            }
        }
        reached.push(row);
    }
    None
}

/// How one comes to diagonal `k` of `d` differences.
enum Step {
    Begin,
    Down(usize),
    Right(usize),
}

impl Step {
    /// From where `d - 1` differences came; down, an insertion, where both are as good.
    fn to(reached: &[Vec<usize>], d: usize, k: usize) -> Self {
        let Some(before) = d.checked_sub(1).and_then(|d| reached.get(d)) else {
            return Self::Begin;
        };
        let down = before.get(k).copied();
        let right = k.checked_sub(1).and_then(|k| before.get(k)).map(|x| x + 1);
        match (down, right) {
            (Some(down), right) if right.is_none_or(|right| right <= down) => Self::Down(down),
            (_, Some(right)) => Self::Right(right),
            (Some(down), None) => Self::Down(down),
            (None, None) => Self::Begin,
        }
    }

    const fn x(&self) -> usize {
        match self {
            Self::Begin => 0,
            Self::Down(x) | Self::Right(x) => *x,
        }
    }
}

fn trace(reached: &[Vec<usize>], a: &[u32], b: &[u32], k: usize) -> Vec<(usize, usize)> {
    let (mut x, mut y, mut k) = (a.len(), b.len(), k);
    let mut pairs = Vec::new();
    for d in (0..reached.len()).rev() {
        let step = Step::to(reached, d, k);
        while x > step.x() {
            x -= 1;
            y -= 1;
            pairs.push((x, y));
        }
        match step {
            Step::Begin => {}
            Step::Down(_) => y -= 1,
            Step::Right(_) => {
                x -= 1;
                k -= 1;
            }
        }
    }
    pairs.reverse();
    pairs
}
