//! Numbers as people write them: groups of digits with a blank or a hyphen between.

use super::reading::{Reading, is_space, is_unread};

/// The most digits that a number of interest has.
const MOST_DIGITS: usize = 19;
/// The most groups that a number of interest is written in.
const MOST_GROUPS: usize = 7;

/// A group of digits without anything that one sees between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub digits: String,
    pub start: usize,
    pub end: usize,
    /// Whether only a blank or a hyphen lies between it and the next group.
    pub joined: bool,
}

/// Some groups taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub digits: String,
    /// How many digits each group has.
    pub shape: Vec<usize>,
    pub start: usize,
    pub end: usize,
    /// How many groups.
    pub groups: usize,
}

/// All groups of digits, in order.
pub(super) fn groups(reading: &Reading) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < reading.chars.len() {
        if !reading.chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = String::new();
        let mut end = at;
        while let Some(c) = reading.at(at) {
            if c.is_ascii_digit() {
                digits.push(c);
                end = at + 1;
            } else if !is_unread(c) {
                break;
            }
            at += 1;
        }
        if let Some(last) = found.last_mut() {
            last.joined = joins(reading, last.end, start);
        }
        found.push(Group {
            digits,
            start,
            end,
            joined: false,
        });
    }
    found
}

fn joins(reading: &Reading, from: usize, to: usize) -> bool {
    // Longer gaps join nothing, and are not read through.
    if to - from > 8 {
        return false;
    }
    let between = &reading.chars[from..to];
    let hyphens = between.iter().filter(|c| **c == '-').count();
    let spaces = between.iter().filter(|c| is_space(**c)).count();
    let others = between.len() - hyphens - spaces;
    let unread = between.iter().filter(|c| is_unread(**c)).count();
    others == unread && hyphens <= 1 && spaces <= 2
}

/// The numbers that begin with the first of these groups, the shortest first. Before a number
/// stands no Latin letter and no point.
pub(super) fn numbers(reading: &Reading, groups: &[Group]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let Some(first) = groups.first() else {
        return found;
    };
    if reading.before(first.start).is_some_and(is_part_of_word) {
        return found;
    }
    let mut digits = String::new();
    let mut shape = Vec::new();
    for group in groups.iter().take(MOST_GROUPS) {
        digits.push_str(&group.digits);
        shape.push(group.digits.len());
        if digits.len() > MOST_DIGITS {
            break;
        }
        found.push(Number {
            digits: digits.clone(),
            shape: shape.clone(),
            start: first.start,
            end: group.end,
            groups: shape.len(),
        });
        if !group.joined {
            break;
        }
    }
    found
}

/// Whether nothing that belongs to a number or a name follows: no Latin letter, no `@`, no decimals.
pub(super) fn ends_there(reading: &Reading, end: usize) -> bool {
    match reading.after(end) {
        Some('@' | '_') => false,
        Some('.') => !reading.at(end + 1).is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_ascii_alphanumeric(),
        None => true,
    }
}

fn is_part_of_word(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '.' | '_' | '@')
}
