//! Where a key leads in a grid of which most places are empty.

use super::rows::Rows;
use super::tree::Item;

/// Row and column of a place; column 0 is the head of the row.
pub type Place = (usize, usize);

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Goes there.
    To(Place),
    /// Folds or unfolds the column in this row.
    Turn(usize),
}

/// A key by its name in keyboard events, with Ctrl or not; `page` rows are to be seen at once.
/// Empty places are passed over. None for keys that do nothing, and where there is no further
/// place.
#[must_use]
pub fn step(rows: &Rows, at: Place, key: &str, ctrl: bool, page: usize) -> Option<Step> {
    let (row, column) = at;
    let line = rows.list.get(row)?;
    let last = rows.list.len() - 1;
    let target = match (key, ctrl) {
        ("ArrowRight", false) if column == 0 && line.open == Some(false) => {
            return Some(Step::Turn(row));
        }
        ("ArrowLeft", false) if column == 0 && line.open == Some(true) => {
            return Some(Step::Turn(row));
        }
        ("ArrowLeft", false) if column == 0 => above(rows, row).map(|row| (row, 0)),
        ("ArrowLeft", false) => {
            let before = line
                .marks
                .iter()
                .rev()
                .find(|mark| mark.column + 1 < column);
            Some((row, before.map_or(0, |mark| mark.column + 1)))
        }
        ("ArrowRight", false) => {
            let after = line.marks.iter().find(|mark| mark.column + 1 > column);
            after.map(|mark| (row, mark.column + 1))
        }
        ("Home", false) => Some((row, 0)),
        ("End", false) => Some((row, end_of(rows, row))),
        ("Home", true) => Some((0, 0)),
        ("End", true) => Some((last, end_of(rows, last))),
        ("ArrowUp", false) => up(rows, row, column),
        ("ArrowDown", false) => down(rows, row + 1, column),
        ("PageUp", false) => {
            // Where nothing is so far up, the furthest there is.
            let wanted = row.saturating_sub(page);
            up(rows, wanted + 1, column).or_else(|| down(rows, 0, column))
        }
        ("PageDown", false) => {
            let wanted = (row + page).min(last);
            down(rows, wanted, column).or_else(|| up(rows, last + 1, column))
        }
        _ => None,
    };
    target.filter(|target| *target != at).map(Step::To)
}

/// The next place in this column above a row.
fn up(rows: &Rows, row: usize, column: usize) -> Option<Place> {
    let found = (0..row).rev().find(|row| rows.list[*row].has(column));
    found.map(|row| (row, column))
}

/// The next place in this column, from a row on.
fn down(rows: &Rows, row: usize, column: usize) -> Option<Place> {
    let found = (row..rows.list.len()).find(|row| rows.list[*row].has(column));
    found.map(|row| (row, column))
}

/// The row of the column that holds this one.
fn above(rows: &Rows, row: usize) -> Option<usize> {
    let depth = rows.list[row].depth;
    (0..row).rev().find(|row| rows.list[*row].depth < depth)
}

fn end_of(rows: &Rows, row: usize) -> usize {
    let last = rows.list[row].marks.last();
    last.map_or(0, |mark| mark.column + 1)
}

/// Where the tab key enters: the place last visited as long as it is shown, else the first. The
/// sum of a column that was unfolded is found again in the first place below it.
#[must_use]
pub fn entry(rows: &Rows, visited: Option<(Item, usize)>) -> Option<Place> {
    if rows.list.is_empty() {
        return None;
    }
    let known = visited.and_then(|(item, column)| {
        let row = rows.place(item)?;
        if rows.list[row].has(column) {
            return Some((row, column));
        }
        Some(below(rows, row, column).unwrap_or((row, 0)))
    });
    Some(known.unwrap_or((0, 0)))
}

/// The first place in this column below the column in a row.
fn below(rows: &Rows, row: usize, column: usize) -> Option<Place> {
    let depth = rows.list[row].depth;
    let inside = rows.list[row + 1..].iter();
    let inside = inside.take_while(|line| line.depth > depth);
    let found = inside.enumerate().find(|(_, line)| line.has(column));
    found.map(|(after, _)| (row + 1 + after, column))
}
