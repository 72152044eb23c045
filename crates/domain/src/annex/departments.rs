//! The list of departments as a file.

use std::collections::HashMap;

use super::table::{Heading, read_table};
use super::{FileProblem, PlannedDepartment};

const HEADINGS: [Heading; 4] = [
    Heading {
        name: "部门",
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: "类别",
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: "所属集合",
        max_chars: 300,
        optional: false,
    },
    Heading {
        name: "别名",
        max_chars: 300,
        optional: false,
    },
];

/// Reads the list of departments: CSV in UTF-8 or GB18030 with the headings 部门, 类别, 所属集合,
/// 别名; several groups or aliases are divided by 、.
///
/// # Errors
/// Every problem of the file with line and cell: head, number of cells, control characters,
/// over-long cells, a department without a name, a name that stands for two things.
pub fn read_departments(bytes: &[u8]) -> Result<Vec<PlannedDepartment>, Vec<FileProblem>> {
    let mut problems = Vec::new();
    let rows = read_table(bytes, &HEADINGS, &mut problems);
    let mut names = Names::default();
    let mut departments = Vec::new();
    for row in rows {
        let [name, kind, groups, aliases] = row.cells.as_slice() else {
            continue;
        };
        if name.is_empty() {
            problems.push(FileProblem::at(row.line, "部门", "部门名称不能为空"));
            continue;
        }
        if name == "无" || name.contains(['、', '，', ',', '；', ';']) {
            let message = format!("部门名称“{name}”不能写“无”，也不能含有顿号、逗号、分号");
            problems.push(FileProblem::at(row.line, "部门", message));
        }
        let (groups, aliases) = (split(groups), split(aliases));
        names.claim(name, Use::Department, row.line, "部门", &mut problems);
        for alias in &aliases {
            names.claim(alias, Use::Department, row.line, "别名", &mut problems);
        }
        for group in &groups {
            names.claim(group, Use::Group, row.line, "所属集合", &mut problems);
        }
        departments.push(PlannedDepartment {
            name: name.clone(),
            kind: kind.clone(),
            groups,
            aliases,
        });
    }
    problems.sort_by_key(|problem| problem.line);
    if problems.is_empty() {
        Ok(departments)
    } else {
        Err(problems)
    }
}

/// The parts of a list, without repetitions.
fn split(cell: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in cell.split(['、', '，', ',', '；', ';']).map(str::trim) {
        if !part.is_empty() && !parts.iter().any(|held| held == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Department,
    Group,
}

/// Names that are taken, with the line that took them.
#[derive(Default)]
struct Names(HashMap<String, (Use, u32)>);

impl Names {
    /// A name may stand for one department or for one group.
    fn claim(
        &mut self,
        name: &str,
        wanted: Use,
        line: u32,
        cell: &str,
        problems: &mut Vec<FileProblem>,
    ) {
        match self.0.get(name) {
            Some((Use::Group, _)) if wanted == Use::Group => {}
            Some((_, first)) => problems.push(FileProblem::at(
                line,
                cell,
                format!("名称“{name}”已在第 {first} 行使用，一个名称只能对应一个部门或者一个集合"),
            )),
            None => {
                self.0.insert(name.to_owned(), (wanted, line));
            }
        }
    }
}
