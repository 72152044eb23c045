//! The departments across.

use std::collections::{HashMap, HashSet};

use lanmu_api::site::DepartmentView;

use crate::pages::matrix::filter::Line;

const NO_OWNER: &str = "无责任部门";

/// A department across.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    /// Its id; none where nobody answers.
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
    /// Whether its name is what is looked for.
    pub found: bool,
}

/// The departments across, from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// The departments.
    pub list: Vec<Head>,
    places: HashMap<Option<i64>, usize>,
}

impl Heads {
    /// Where a department stands.
    #[must_use]
    pub fn place(&self, id: Option<i64>) -> Option<usize> {
        self.places.get(&id).copied()
    }
}

/// The departments that own something of what is shown: first those whose names are looked for,
/// then in the order in which the lines first name them, and last a column for duties that nobody
/// owns. Rows and columns in the same order make a diagonal: wherever one enters, something is
/// there to see.
#[must_use]
pub fn heads(
    lines: &[Line],
    shown: &[bool],
    departments: &[DepartmentView],
    words: &[String],
) -> Heads {
    let known: HashMap<i64, &DepartmentView> = departments.iter().map(|d| (d.id, d)).collect();
    let mut seen = HashSet::new();
    let mut list = Vec::new();
    let mut orphans = false;
    for (line, _) in lines.iter().zip(shown).filter(|(_, shown)| **shown) {
        orphans |= line.row.owners.is_empty();
        for owner in &line.row.owners {
            let id = owner.department_id;
            if let (true, Some(department)) = (seen.insert(id), known.get(&id)) {
                let text = format!("{}\n{}", department.name, department.initials).to_lowercase();
                list.push(Head {
                    id: Some(id),
                    name: department.name.clone(),
                    found: words.iter().any(|word| text.contains(word)),
                });
            }
        }
    }
    list.sort_by_key(|head| !head.found);
    if orphans {
        list.push(Head {
            id: None,
            name: NO_OWNER.to_owned(),
            found: false,
        });
    }
    let places = list.iter().enumerate().map(|(at, head)| (head.id, at));
    Heads {
        places: places.collect(),
        list,
    }
}
