//! What a cell says in words, for a pointer that rests on it and for screen readers.

use chrono::NaiveDate;
use lanmu_domain::freshness::Status;

use super::rows::{Content, Mark};
use crate::date::{distance, plain_day};
use crate::pages::matrix::filter::Line;

/// Of a duty: the column, the department, how it stands, until when.
#[must_use]
pub fn of_duty(line: &Line, owner: Option<usize>, head: &str, today: NaiveDate) -> String {
    let row = &line.row;
    let name = row.column_path.last().map_or("", String::as_str);
    let standing = owner.and_then(|owner| row.owners.get(owner));
    let (status, due) = standing.map_or((row.status, row.due), |own| (own.status, own.due));
    let closed = row.closed_since.map_or("", |_| "，已关闭");
    let due = due.map_or_else(String::new, |due| {
        format!("，期限{}，{}", plain_day(due), distance(due, today))
    });
    format!("{name}　{head}：{}{closed}{due}", status.label())
}

/// Of a folded column: the column, the department, how many duties stand how.
#[must_use]
pub fn of_sum(name: &str, sum: &[usize; 6], head: &str) -> String {
    let parts: Vec<String> = Status::ALL
        .into_iter()
        .zip(sum)
        .filter(|(_, number)| **number > 0)
        .map(|(status, number)| format!("{} {number} 项", status.label()))
        .collect();
    format!("{name}　{head}：{}", parts.join("，"))
}

/// The number in the cell of a folded column: the duties with the status that it shows.
#[must_use]
pub fn number(mark: &Mark) -> Option<usize> {
    match &mark.content {
        Content::Duty(_) => None,
        Content::Sum(sum) => sum.iter().copied().find(|number| *number > 0),
    }
}
