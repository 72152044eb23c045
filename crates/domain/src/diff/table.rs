//! Two tables, row by row and cell by cell.

use std::collections::HashMap;

use super::align::{Beside, Moves, align, overlap};
use super::blocks::Part;
use super::budget::Budget;
use super::outcome::{BlockChange, CellDiff, Change, RowDiff, TableDiff};
use super::parse::{Cell, Inline};
use super::words::{Dictionary, Words, segments, whole};

/// What changed from one table to the other.
pub(super) fn tables<'t>(
    old: &'t [Vec<Cell>],
    new: &'t [Vec<Cell>],
    dictionary: &mut Dictionary,
    budget: &mut Budget,
) -> TableDiff {
    let mut known = HashMap::new();
    let mut parts = |rows: &'t [Vec<Cell>]| -> Vec<Part> {
        rows.iter()
            .map(|row| Part::of(row, row.iter().map(inline), &mut known, dictionary))
            .collect()
    };
    let (old_rows, new_rows) = (parts(old), parts(new));
    let numbers = |rows: &[Part]| rows.iter().map(|row| row.number).collect::<Vec<_>>();
    let beside = align(
        &numbers(&old_rows),
        &numbers(&new_rows),
        &Moves::default(),
        |i, j| overlap(&old_rows[i].words, &new_rows[j].words),
        budget,
    );
    let rows = beside.into_iter().map(|beside| match beside {
        Beside::Both(i, j) if old_rows[i].number == new_rows[j].number => {
            whole_row(&new[j], BlockChange::Same)
        }
        Beside::Both(i, j) => RowDiff {
            change: BlockChange::Changed,
            cells: cells(&old[i], &new[j], dictionary, budget),
        },
        Beside::Old(i) => whole_row(&old[i], BlockChange::Deleted),
        Beside::New(j) => whole_row(&new[j], BlockChange::Inserted),
    });
    TableDiff {
        rows: rows.collect(),
    }
}

const fn inline(cell: &Cell) -> &Inline {
    &cell.inline
}

/// A table of which every row has the same fate.
pub(super) fn whole_table(rows: &[Vec<Cell>], change: BlockChange) -> TableDiff {
    TableDiff {
        rows: rows.iter().map(|row| whole_row(row, change)).collect(),
    }
}

fn whole_row(row: &[Cell], change: BlockChange) -> RowDiff {
    RowDiff {
        change,
        cells: row.iter().map(|cell| whole_cell(cell, change)).collect(),
    }
}

fn whole_cell(cell: &Cell, change: BlockChange) -> CellDiff {
    CellDiff {
        change,
        header: cell.header,
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        segments: whole(&cell.inline, words_of(change)),
    }
}

/// The fate of the words of a part that has one fate as a whole.
pub(super) const fn words_of(change: BlockChange) -> Change {
    match change {
        BlockChange::Same | BlockChange::Changed => Change::Same,
        BlockChange::Inserted | BlockChange::MovedHere => Change::Inserted,
        BlockChange::Deleted | BlockChange::MovedAway => Change::Deleted,
    }
}

/// Cell by cell where both rows have as many; otherwise those that are the same find each other
/// first, so that a new column does not shift all that follow.
fn cells(
    old: &[Cell],
    new: &[Cell],
    dictionary: &mut Dictionary,
    budget: &mut Budget,
) -> Vec<CellDiff> {
    let beside: Vec<Beside> = if old.len() == new.len() {
        (0..old.len()).map(|at| Beside::Both(at, at)).collect()
    } else {
        let mut known = HashMap::new();
        let mut part = |cell| Part::of(cell, [inline(cell)], &mut known, dictionary);
        let before: Vec<Part> = old.iter().map(&mut part).collect();
        let after: Vec<Part> = new.iter().map(&mut part).collect();
        let numbers = |cells: &[Part]| cells.iter().map(|cell| cell.number).collect::<Vec<_>>();
        let alike = |i: usize, j: usize| overlap(&before[i].words, &after[j].words);
        align(
            &numbers(&before),
            &numbers(&after),
            &Moves::default(),
            alike,
            budget,
        )
    };
    let pair = |beside| match beside {
        Beside::Both(i, j) => changed_cell(&old[i], &new[j], dictionary, budget),
        Beside::Old(i) => whole_cell(&old[i], BlockChange::Deleted),
        Beside::New(j) => whole_cell(&new[j], BlockChange::Inserted),
    };
    beside.into_iter().map(pair).collect()
}

fn changed_cell(
    old: &Cell,
    new: &Cell,
    dictionary: &mut Dictionary,
    budget: &mut Budget,
) -> CellDiff {
    if old == new {
        return whole_cell(new, BlockChange::Same);
    }
    let (before, after) = (
        Words::of(&old.inline, dictionary),
        Words::of(&new.inline, dictionary),
    );
    CellDiff {
        change: BlockChange::Changed,
        segments: segments(&before, &after, budget),
        ..whole_cell(new, BlockChange::Same)
    }
}
