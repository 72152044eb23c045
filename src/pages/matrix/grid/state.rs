//! What the parts of the grid share: what is shown, what is folded, where one is.

use std::cell::Cell;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use leptos::html;
use leptos::prelude::*;

use super::folds::Folds;
use super::heads::{Heads, heads};
use super::reveal;
use super::rows::{Rows, rows};
use super::steps::{Place, entry};
use super::tree::{Item, Tree};
use crate::pages::matrix::board::Lines;
use crate::pages::matrix::filters::Filters;
use crate::pages::matrix::shared::Shared;
use crate::ui::url_state::{UrlState, use_url_state};

/// What is shown, and where one is.
#[derive(Clone)]
pub struct State {
    /// The lines.
    pub lines: Lines,
    /// The columns that hold them.
    pub tree: Shared<Tree>,
    /// The departments across.
    pub heads: Memo<Shared<Heads>>,
    /// The rows.
    pub rows: Memo<Shared<Rows>>,
    /// The server's day.
    pub today: NaiveDate,
    /// The level down to which columns are open.
    pub level: UrlState,
    /// Single columns that are open or folded against it.
    pub nodes: UrlState,
    /// The place last visited: a row by what it is of, and a column, 0 being the head.
    pub at: RwSignal<Option<(Item, usize)>>,
    /// Where one is: the place last visited, else the first.
    pub entry: Memo<Option<Place>>,
    /// The sum that was pressed last, and where it stood.
    pressed: RwSignal<Option<(Item, usize)>>,
    folds: Memo<Folds>,
    /// What has the focus: the box, so that nothing that leaves the document takes it along.
    focus: NodeRef<html::Div>,
}

/// The state of the grid of these lines.
pub fn use_state(
    lines: Lines,
    shown: Memo<Vec<bool>>,
    departments: Vec<DepartmentView>,
    filters: Filters,
    today: NaiveDate,
    focus: NodeRef<html::Div>,
) -> State {
    let (level, nodes) = (use_url_state("level"), use_url_state("nodes"));
    let tree = Shared::new(Tree::of(
        lines.iter().map(|line| line.row.column_path.as_slice()),
    ));
    let words = Memo::new(move |_| filters.filter().words);
    let folds = Memo::new(move |_| {
        let searching = words.with(|words| !words.is_empty());
        Folds::parse(&level.get(), &nodes.get(), searching)
    });
    let across = lines.clone();
    let heads = Memo::new(move |_| {
        let words = words.get();
        shown.with(|shown| Shared::new(heads(&across, shown, &departments, &words)))
    });
    let (down, holders) = (lines.clone(), tree.clone());
    let rows = Memo::new(move |_| {
        let (heads, folds) = (heads.get(), folds.get());
        shown.with(|shown| Shared::new(rows(&holders, &down, shown, &heads, &folds)))
    });
    let at = RwSignal::new(None);
    State {
        lines,
        tree,
        heads,
        rows,
        today,
        level,
        nodes,
        at,
        entry: Memo::new(move |_| rows.with(|rows| entry(rows, at.get()))),
        pressed: RwSignal::new(None),
        folds,
        focus,
    }
}

thread_local! {
    /// The duty that was opened from the grid, and the department in whose column.
    static LEFT_AT: Cell<Option<(i64, Option<i64>)>> = const { Cell::new(None) };
}

impl State {
    /// Whether one is here.
    pub fn is_at(&self, place: Place) -> bool {
        self.entry.get() == Some(place)
    }

    /// The department in a column.
    pub fn head_id(&self, column: usize) -> Option<i64> {
        self.heads
            .with_untracked(|heads| heads.list.get(column).and_then(|head| head.id))
    }

    /// Goes to a place.
    pub fn visit(&self, place: Place) {
        let item = self
            .rows
            .with_untracked(|rows| rows.list.get(place.0).map(|row| row.item));
        if let Some(item) = item {
            self.at.set(Some((item, place.1)));
            self.take_focus();
            reveal(place);
        }
    }

    /// After a click something inside has the focus, which may leave the document.
    fn take_focus(&self) {
        let Some(node) = self.focus.get_untracked() else {
            return;
        };
        if document().active_element().as_ref() != Some(node.as_ref()) {
            let _ = node.focus();
        }
    }

    /// Folds or unfolds a column, and stays at it.
    pub fn turn(&self, item: Item) {
        let Item::Node(node) = item else { return };
        let node = &self.tree.nodes[node];
        self.nodes
            .set(self.folds.with_untracked(|folds| folds.turned(node)));
        // What is below moves; the row itself stays where it is.
        self.at.set(Some((item, 0)));
    }

    /// Unfolds the column of a sum, and goes to the first place of what it was the sum of. What was
    /// pressed leaves the document, so the box takes the focus.
    pub fn open_sum(&self, item: Item, column: usize) {
        self.turn(item);
        self.pressed.set(Some((item, column)));
        self.at.set(Some((item, column)));
        self.take_focus();
        self.reveal_entry();
    }

    /// Goes back to the sum that was pressed last; whether there was one.
    pub fn go_back(&self) -> bool {
        let Some((item, column)) = self.pressed.get_untracked() else {
            return false;
        };
        self.pressed.set(None);
        let open = self.rows.with_untracked(|rows| {
            let row = rows.place(item).map(|row| &rows.list[row]);
            row.map(|row| row.open == Some(true))
        });
        let Some(open) = open else { return false };
        if open {
            self.turn(item);
        }
        self.at.set(Some((item, column)));
        self.reveal_entry();
        true
    }

    /// Brings where one is into sight, once the rows are those that the address asks for.
    fn reveal_entry(&self) {
        let entry = self.entry;
        request_animation_frame(move || {
            if let Some(place) = entry.try_get_untracked().flatten() {
                reveal(place);
            }
        });
    }

    /// Remembers the place from which a duty is opened.
    pub fn leave(&self, duty_id: i64, column: usize) {
        let head = column
            .checked_sub(1)
            .and_then(|column| self.head_id(column));
        LEFT_AT.set(Some((duty_id, head)));
    }

    /// Goes to the place from which a duty was opened, once.
    pub fn come_back(&self) {
        let Some((duty_id, head)) = LEFT_AT.take() else {
            return;
        };
        let line = self.lines.iter().position(|line| line.row.id == duty_id);
        let column = self
            .heads
            .with_untracked(|heads| head.and_then(|id| heads.place(Some(id))));
        if let Some(line) = line {
            self.at.set(Some((
                Item::Line(line),
                column.map_or(0, |column| column + 1),
            )));
            self.take_focus();
            self.reveal_entry();
        }
    }

    /// Folds or unfolds the column in a row.
    pub fn turn_at(&self, place: Place) {
        let item = self
            .rows
            .with_untracked(|rows| rows.list.get(place.0).map(|row| row.item));
        if let Some(item) = item {
            self.turn(item);
        }
    }
}
