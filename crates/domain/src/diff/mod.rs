//! What changed between two contents, word by word, for people who decide about it.
//!
//! Pure and deterministic: the browser computes it from both contents. Time is bounded by a
//! [`budget`](budget::Budget) of steps, never by a clock: what would take too long is compared more
//! coarsely, sentence by sentence and at last as a whole, and says so ([`BodyDiff::coarse`]).

mod align;
mod blocks;
mod budget;
mod content;
mod lcs;
mod outcome;
mod parse;
mod table;
mod words;

pub use content::{ContentDiff, Field, FieldDiff, Version, compare, compare_bodies};
pub use outcome::{
    BlockChange, BlockDiff, BodyDiff, CellDiff, Change, Note, RowDiff, Segment, TableDiff, TextDiff,
};
pub use parse::{Block, Cell, Inline, Marks, Picture, Style, TextBlock, TextKind, blocks};
