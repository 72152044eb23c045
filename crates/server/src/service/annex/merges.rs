//! Which cells of the table are one: names of columns that repeat downwards.

use lanmu_domain::annex::AnnexLine;

use super::LEVELS;

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

/// For each line how the cells of its levels stand. Two are one where the names from the root down
/// to them are the same.
pub(super) fn merges(lines: &[AnnexLine]) -> Vec<[Merge; LEVELS]> {
    let mut found = vec![[Merge::Alone; LEVELS]; lines.len()];
    for level in 0..LEVELS {
        let mut first = 0;
        while first < lines.len() {
            let run = lines[first..]
                .iter()
                .take_while(|line| same(&lines[first], line, level))
                .count()
                .max(1);
            if run > 1 {
                found[first][level] = Merge::First(run);
                for merged in &mut found[first + 1..first + run] {
                    merged[level] = Merge::Below;
                }
            }
            first += run;
        }
    }
    found
}

fn same(first: &AnnexLine, other: &AnnexLine, level: usize) -> bool {
    let upto = |line: &'_ AnnexLine| line.path.get(..=level).map(<[String]>::to_vec);
    // An empty cell belongs to no other.
    upto(first).is_some_and(|names| upto(other).is_some_and(|others| others == names))
}
