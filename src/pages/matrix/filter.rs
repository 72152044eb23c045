//! Which duties are shown: pure, so that it can be tested without a browser.

use std::collections::HashMap;

use lanmu_api::matrix::DutyRow;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::DutyMode;

/// What is asked for. An empty part asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only with this status.
    pub status: Option<Status>,
    /// Only columns for this.
    pub kind: Option<ColumnKind>,
    /// Only below this column of the home page.
    pub top: String,
    /// Only where the table leaves something open.
    pub doubtful: bool,
    /// Words, all of which stand in path, owners or requirement.
    pub words: Vec<String>,
}

impl Filter {
    /// The words of a search field.
    #[must_use]
    pub fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether a line is shown.
    #[must_use]
    pub fn admits(&self, line: &Line) -> bool {
        self.status.is_none_or(|status| status == line.row.status) && self.admits_status_aside(line)
    }

    /// Whether a line would be shown with some status: what the counts count.
    #[must_use]
    pub fn admits_status_aside(&self, line: &Line) -> bool {
        let row = &line.row;
        self.kind.is_none_or(|kind| kind == row.column_kind)
            && (self.top.is_empty() || row.column_path.first() == Some(&self.top))
            && (!self.doubtful || row.doubtful)
            && self.words.iter().all(|word| line.text.contains(word))
    }

    /// How many lines would be shown with this status.
    #[must_use]
    pub fn count(&self, lines: &[Line], status: Status) -> u64 {
        let of_status = |line: &&Line| line.row.status == status && self.admits_status_aside(line);
        lines.iter().filter(of_status).count() as u64
    }
}

/// A duty as one department, or the county, stands with it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The duty; status and dates are those of the department where one was chosen.
    pub row: DutyRow,
    /// The names of the owners, in their order.
    pub owners: Vec<String>,
    /// What words are looked for in.
    text: String,
}

impl Line {
    /// The line of a duty; none where the chosen department does not owe it.
    #[must_use]
    pub fn new(
        mut row: DutyRow,
        names: &HashMap<i64, String>,
        department: Option<i64>,
    ) -> Option<Self> {
        if let Some(id) = department {
            let standing = row
                .owners
                .iter()
                .find(|owner| owner.department_id == id)?
                .clone();
            row.status = standing.status;
            row.due = standing.due;
            row.last_updated_on = standing.last_updated_on;
            if row.mode == DutyMode::Each {
                row.owners = vec![standing];
            }
        }
        let owners: Vec<String> = row
            .owners
            .iter()
            .filter_map(|owner| names.get(&owner.department_id).cloned())
            .collect();
        let text = [
            &row.column_path.join("/"),
            &owners.join("、"),
            &row.owner_text,
            &row.requirement,
            &row.initials,
        ]
        .map(|part| part.to_lowercase())
        .join("\n");
        Some(Self { row, owners, text })
    }

    /// The columns under which it is grouped: the first two of its path, itself left out.
    #[must_use]
    pub fn group(&self) -> String {
        let path = &self.row.column_path;
        let above = path.len().saturating_sub(1).clamp(1, 2).min(path.len());
        path[..above].join(" / ")
    }
}

/// The lines of a group by their places, groups in the order in which the table has them.
#[must_use]
pub fn grouped(lines: &[Line]) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let place = *places.entry(line.group()).or_insert_with_key(|group| {
            groups.push((group.clone(), Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(index);
    }
    groups
}

#[cfg(test)]
pub(super) mod tests;
