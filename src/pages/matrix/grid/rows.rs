//! The rows of the grid: what of the tree is shown, and what stands in each department's column.

use std::collections::{BTreeMap, HashMap};

use lanmu_domain::freshness::Status;

use super::folds::Folds;
use super::heads::Heads;
use super::tree::{Item, Tree};
use crate::pages::matrix::filter::Line;

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Its column, from 0.
    pub column: usize,
    /// The status that it shows: the most urgent of those it stands for.
    pub status: Status,
    /// What it stands for.
    pub content: Content,
}

/// What a cell stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// A duty, and which of its owners; none where nobody answers.
    Duty(Option<usize>),
    /// So many duties of each status, below a folded column.
    Sum([usize; 6]),
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is of.
    pub item: Item,
    /// How many columns are above it.
    pub depth: usize,
    /// Whether what lies below it is shown; none for duties.
    pub open: Option<bool>,
    /// How many duties are in it.
    pub number: usize,
    /// Its cells from left to right.
    pub marks: Vec<Mark>,
}

impl Row {
    /// Whether something stands in a place; 0 is the head of the row.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        column == 0
            || self
                .marks
                .binary_search_by_key(&(column - 1), |mark| mark.column)
                .is_ok()
    }
}

/// The rows, from the top down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The rows.
    pub list: Vec<Row>,
    places: HashMap<Item, usize>,
}

impl Rows {
    /// Where something stands, if it is shown.
    #[must_use]
    pub fn place(&self, item: Item) -> Option<usize> {
        self.places.get(&item).copied()
    }
}

/// The rows of the lines that are shown. A column below which nothing is shown has none; one that
/// is folded has the sums of what is below.
#[must_use]
pub fn rows(tree: &Tree, lines: &[Line], shown: &[bool], heads: &Heads, folds: &Folds) -> Rows {
    let laying = Laying {
        tree,
        lines,
        shown,
        heads,
        folds,
        numbers: numbers(tree, shown),
    };
    let mut list = Vec::new();
    laying.put(&tree.roots, 0, &mut list);
    let places = list.iter().enumerate().map(|(at, row)| (row.item, at));
    Rows {
        places: places.collect(),
        list,
    }
}

/// How many lines are shown below each column that holds others.
fn numbers(tree: &Tree, shown: &[bool]) -> Vec<usize> {
    let mut numbers = vec![0; tree.nodes.len()];
    // Whoever is above was made before.
    for place in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[place];
        numbers[place] += node
            .children
            .iter()
            .filter(|item| matches!(item, Item::Line(line) if shown[*line]))
            .count();
        if let Some(parent) = node.parent {
            numbers[parent] += numbers[place];
        }
    }
    numbers
}

struct Laying<'a> {
    tree: &'a Tree,
    lines: &'a [Line],
    shown: &'a [bool],
    heads: &'a Heads,
    folds: &'a Folds,
    numbers: Vec<usize>,
}

impl Laying<'_> {
    fn put(&self, items: &[Item], depth: usize, list: &mut Vec<Row>) {
        for item in items {
            match *item {
                Item::Line(line) if self.shown[line] => list.push(Row {
                    item: *item,
                    depth,
                    open: None,
                    number: 1,
                    marks: self.duty(line),
                }),
                Item::Node(place) if self.numbers[place] > 0 => {
                    let node = &self.tree.nodes[place];
                    let open = self.folds.is_open(node);
                    list.push(Row {
                        item: *item,
                        depth,
                        open: Some(open),
                        number: self.numbers[place],
                        marks: if open { Vec::new() } else { self.sums(place) },
                    });
                    if open {
                        self.put(&node.children, depth + 1, list);
                    }
                }
                _ => {}
            }
        }
    }

    /// Column, status and owner of each cell of a duty.
    fn standings(&self, line: usize) -> impl Iterator<Item = (usize, Status, Option<usize>)> {
        let row = &self.lines[line].row;
        let owners = row.owners.iter().enumerate().filter_map(|(at, owner)| {
            let column = self.heads.place(Some(owner.department_id))?;
            Some((column, owner.status, Some(at)))
        });
        let nobody = self.heads.place(None).filter(|_| row.owners.is_empty());
        owners.chain(nobody.map(|column| (column, row.status, None)))
    }

    fn duty(&self, line: usize) -> Vec<Mark> {
        let marks = self.standings(line).map(|(column, status, owner)| Mark {
            column,
            status,
            content: Content::Duty(owner),
        });
        let mut marks: Vec<Mark> = marks.collect();
        marks.sort_by_key(|mark| mark.column);
        marks
    }

    fn sums(&self, place: usize) -> Vec<Mark> {
        let mut sums: BTreeMap<usize, [usize; 6]> = BTreeMap::new();
        self.add(place, &mut sums);
        let marks = sums.into_iter().filter_map(|(column, sum)| {
            let worst = Status::ALL
                .into_iter()
                .zip(sum)
                .find(|(_, number)| *number > 0)?;
            Some(Mark {
                column,
                status: worst.0,
                content: Content::Sum(sum),
            })
        });
        marks.collect()
    }

    fn add(&self, place: usize, sums: &mut BTreeMap<usize, [usize; 6]>) {
        for item in &self.tree.nodes[place].children {
            match *item {
                Item::Node(place) => self.add(place, sums),
                Item::Line(line) if self.shown[line] => {
                    for (column, status, _) in self.standings(line) {
                        let at = Status::ALL.iter().position(|known| *known == status);
                        if let Some(at) = at {
                            sums.entry(column).or_default()[at] += 1;
                        }
                    }
                }
                Item::Line(_) => {}
            }
        }
    }
}
