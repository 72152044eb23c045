//! Which cells of the table are one: names of columns, requirements and owners that repeat downwards.

use lanmu_domain::annex::AnnexLine;

use super::{LEVELS, MERGED};

/// The cells of a line, 序号 first.
pub(super) fn cells(line: &AnnexLine) -> [String; 8] {
    let level = |at: usize| line.path.get(at).cloned().unwrap_or_default();
    [
        line.number.to_string(),
        level(0),
        level(1),
        level(2),
        level(3),
        line.requirement.clone(),
        line.owners.clone(),
        line.remark.clone(),
    ]
}

/// How a cell stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    /// By itself.
    Alone,
    /// The first of so many.
    First(usize),
    /// Part of the one above.
    Below,
}

/// For each line how its cells stand, 首页 first. Names of columns are one where the names from
/// the root down to them are the same; requirements and owners where they are the same under one
/// column above.
pub(super) fn merges(lines: &[AnnexLine]) -> Vec<[Merge; MERGED]> {
    let mut found = vec![[Merge::Alone; MERGED]; lines.len()];
    for place in 0..MERGED {
        let mut first = 0;
        while first < lines.len() {
            let run = lines[first..]
                .iter()
                .take_while(|line| same(&lines[first], line, place))
                .count()
                .max(1);
            if run > 1 {
                found[first][place] = Merge::First(run);
                for merged in &mut found[first + 1..first + run] {
                    merged[place] = Merge::Below;
                }
            }
            first += run;
        }
    }
    found
}

/// How the cell of a heading stands; 序号 and 备注 are never merged.
pub(super) fn merge_at(merges: &[Merge; MERGED], at: usize) -> Merge {
    let found = at.checked_sub(1).and_then(|place| merges.get(place));
    found.copied().unwrap_or(Merge::Alone)
}

fn same(first: &AnnexLine, other: &AnnexLine, place: usize) -> bool {
    // An empty cell belongs to no other.
    if place < LEVELS {
        return first.path.len() > place && first.path.get(..=place) == other.path.get(..=place);
    }
    let text = |line: &AnnexLine| match place {
        LEVELS => line.requirement.clone(),
        _ => line.owners.clone(),
    };
    let above = |line: &AnnexLine| line.path.split_last().map(|(_, above)| above.to_vec());
    !text(first).is_empty() && text(first) == text(other) && above(first) == above(other)
}
