//! Departments that answer for columns and cannot carry an item through three reviews.

use std::collections::HashSet;

use super::{Gap, GapKind};
use crate::review::Stage;

/// A department that answers for columns, and who could sign each stage by post.
#[derive(Clone, Debug)]
pub struct CheckedDepartment {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// For each of [`Stage::ALL`] the people who hold its post.
    pub people: [Vec<i64>; 3],
}

/// One gap for each department that lacks somebody.
#[must_use]
pub fn check_departments(departments: &[CheckedDepartment]) -> Vec<Gap> {
    departments
        .iter()
        .filter_map(|department| {
            Some(Gap {
                kind: GapKind::NoStaff,
                row: None,
                column_path: Vec::new(),
                duty_id: None,
                department_id: Some(department.id),
                text: department.name.clone(),
                message: missing(&department.people)?,
            })
        })
        .collect()
}

fn missing(people: &[Vec<i64>; 3]) -> Option<String> {
    let empty: Vec<&str> = Stage::ALL
        .into_iter()
        .zip(people)
        .filter(|(_, holders)| holders.is_empty())
        .map(|(stage, _)| stage.role().label())
        .collect();
    if !empty.is_empty() {
        return Some(format!("没有{}，请指定。", empty.join("、")));
    }
    if three_differ(people) {
        return None;
    }
    let all: HashSet<i64> = people.iter().flatten().copied().collect();
    Some(format!(
        "现有 {} 人，但三个岗位不能由三个不同的人分别担任，三审无法完成，请补充人员。",
        all.len()
    ))
}

/// Whether three different people can be found, one for each stage.
fn three_differ([first, second, third]: &[Vec<i64>; 3]) -> bool {
    first.iter().any(|a| {
        second
            .iter()
            .any(|b| a != b && third.iter().any(|c| c != a && c != b))
    })
}
