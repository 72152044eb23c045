//! Where an arrow key leads in a grid of which most places are empty.

/// A key that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next cell at the left.
    Left,
    /// To the next cell at the right.
    Right,
    /// To the next cell above in the same department.
    Up,
    /// To the next cell below in the same department.
    Down,
    /// To the first cell of the row.
    First,
    /// To the last cell of the row.
    Last,
}

impl Step {
    /// The step of a key by its name in keyboard events.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// Row and column of a cell.
pub type Place = (usize, usize);

/// The cell to which a step leads: empty places and rows that are not shown are passed over.
/// `rows` holds the columns of each row's cells, ascending. None where there is no further cell.
#[must_use]
pub fn next(rows: &[Vec<usize>], shown: &[bool], at: Place, step: Step) -> Option<Place> {
    let (row, column) = at;
    let cells = rows.get(row)?;
    let is_shown = |row: &usize| shown.get(*row).copied().unwrap_or(false);
    let has_cell = |row: &usize| is_shown(row) && rows[*row].contains(&column);
    let in_row = |column: Option<&usize>| column.map(|column| (row, *column));
    match step {
        Step::Left => in_row(cells.iter().rev().find(|cell| **cell < column)),
        Step::Right => in_row(cells.iter().find(|cell| **cell > column)),
        Step::First => in_row(cells.first()),
        Step::Last => in_row(cells.last()),
        Step::Up => (0..row).rev().find(has_cell).map(|row| (row, column)),
        Step::Down => (row + 1..rows.len())
            .find(has_cell)
            .map(|row| (row, column)),
    }
}

/// The first cell shown, where the tab key enters.
#[must_use]
pub fn first(rows: &[Vec<usize>], shown: &[bool]) -> Option<Place> {
    rows.iter()
        .enumerate()
        .filter(|(row, _)| shown.get(*row).copied().unwrap_or(false))
        .find_map(|(row, cells)| Some((row, *cells.first()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn rows() -> Vec<Vec<usize>> {
        vec![vec![0, 4], vec![4], vec![], vec![0, 2, 4]]
    }

    #[test]
    fn steps_pass_over_empty_places() {
        let shown = [true; 4];
        let go = |at, step| next(&rows(), &shown, at, step);
        assert_eq!(go((0, 0), Step::Right), Some((0, 4)));
        assert_eq!(go((0, 4), Step::Right), None);
        assert_eq!(go((3, 4), Step::Left), Some((3, 2)));
        assert_eq!(go((0, 0), Step::Down), Some((3, 0)));
        assert_eq!(go((3, 2), Step::Up), None);
        assert_eq!(go((3, 2), Step::First), Some((3, 0)));
        assert_eq!(go((3, 2), Step::Last), Some((3, 4)));
    }

    #[test]
    fn steps_pass_over_rows_that_are_not_shown() {
        let shown = [true, false, true, true];
        assert_eq!(next(&rows(), &shown, (0, 4), Step::Down), Some((3, 4)));
        assert_eq!(first(&rows(), &[false, true, true, true]), Some((1, 4)));
        assert_eq!(first(&rows(), &[false; 4]), None);
    }

    #[test]
    fn only_keys_that_move_are_steps() {
        assert_eq!(Step::of_key("ArrowUp"), Some(Step::Up));
        assert_eq!(Step::of_key("Enter"), None);
    }
}
