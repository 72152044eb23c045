//! Which missing and new lines of a comparison are probably one column that was renamed or moved.

use std::collections::HashSet;

use super::AnnexLine;

/// Pairs of a line that is missing and one that is new, as places in the two lists: the same last
/// name elsewhere, or under the same column above the same requirement and owners. A line for
/// which there are several candidates is in no pair: that would be guessing at random.
#[must_use]
pub fn pairs(missing: &[&AnnexLine], new: &[&AnnexLine]) -> Vec<(usize, usize)> {
    let moved = |old: &AnnexLine, line: &AnnexLine| old.path.last() == line.path.last();
    let renamed = |old: &AnnexLine, line: &AnnexLine| {
        above(old) == above(line)
            && old.requirement == line.requirement
            && old.owners == line.owners
    };
    let mut found = only_ones(missing, new, &HashSet::new(), moved);
    let taken: HashSet<usize> = found.iter().map(|(_, at)| *at).collect();
    let left: HashSet<usize> = found.iter().map(|(at, _)| *at).collect();
    let more = only_ones(missing, new, &taken, renamed);
    found.extend(more.into_iter().filter(|(at, _)| !left.contains(at)));
    found.sort_unstable();
    found
}

fn above(line: &AnnexLine) -> &[String] {
    line.path.split_last().map_or(&[], |(_, above)| above)
}

/// The pairs of which both have no other candidate.
fn only_ones(
    missing: &[&AnnexLine],
    new: &[&AnnexLine],
    taken: &HashSet<usize>,
    fits: impl Fn(&AnnexLine, &AnnexLine) -> bool,
) -> Vec<(usize, usize)> {
    let candidates = |old: &AnnexLine| -> Vec<usize> {
        let free = (0..new.len()).filter(|at| !taken.contains(at));
        free.filter(|at| fits(old, new[*at])).collect()
    };
    let mut found = Vec::new();
    for (place, old) in missing.iter().enumerate() {
        let [only] = candidates(old)[..] else {
            continue;
        };
        let rivals = missing.iter().filter(|other| fits(other, new[only]));
        if rivals.count() == 1 {
            found.push((place, only));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{AnnexLine, pairs};

    fn line(path: &[&str], requirement: &str) -> AnnexLine {
        AnnexLine {
            line: 2,
            number: 1,
            path: path.iter().map(|name| (*name).to_owned()).collect(),
            requirement: requirement.to_owned(),
            owners: "县财政局".to_owned(),
            remark: String::new(),
        }
    }

    #[test]
    fn moved_and_renamed_columns_are_found() {
        let (old, other) = (
            line(&["甲", "乙"], "每月更新"),
            line(&["甲", "丙"], "每年更新"),
        );
        let (moved, renamed) = (
            line(&["丁", "乙"], "每周更新"),
            line(&["甲", "戊"], "每年更新"),
        );
        assert_eq!(
            pairs(&[&old, &other], &[&renamed, &moved]),
            [(0, 1), (1, 0)]
        );
    }

    #[test]
    fn several_candidates_are_none() {
        let (old, other) = (
            line(&["甲", "乙"], "每月更新"),
            line(&["甲", "丙"], "每月更新"),
        );
        let new = line(&["甲", "丁"], "每月更新");
        assert_eq!(pairs(&[&old, &other], &[&new]), []);
        let far = line(&["己", "庚"], "每年更新");
        assert_eq!(pairs(&[&old], &[&far]), []);
    }
}
