//! What a comparison gives: a tree that reads as the old text and as the new one.

use super::parse::{Style, TextKind};

/// What happened to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They stand in both.
    Same,
    /// Only in the new text.
    Inserted,
    /// Only in the old text.
    Deleted,
}

/// Words with one style and one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What happened.
    pub change: Change,
    /// The words; empty for a picture.
    pub text: String,
    /// Link, marks, picture: of the new text where it stands in both.
    pub style: Style,
    /// What else changed though the words are the same.
    pub note: Option<Note>,
}

/// What changed though the words are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The link leads elsewhere.
    Link {
        /// Where it led.
        from: Option<String>,
        /// Where it leads.
        to: Option<String>,
    },
    /// The description of a picture.
    Description {
        /// What it was.
        from: String,
    },
    /// Bold, italics and their like.
    Marks,
}

/// What happened to a paragraph, table or row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockChange {
    /// Nothing.
    Same,
    /// Something inside it.
    Changed,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
    /// It stood here and stands elsewhere now.
    MovedAway,
    /// It stands here and stood elsewhere.
    MovedHere,
}

/// A paragraph, heading, list item or the inside of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextDiff {
    /// What it is now; what it was where it is gone.
    pub kind: TextKind,
    /// What it was, where that is something else.
    pub former: Option<TextKind>,
    /// Its words.
    pub segments: Vec<Segment>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellDiff {
    /// What happened to it as a whole.
    pub change: BlockChange,
    /// Whether it is a heading of its row or column.
    pub header: bool,
    /// Columns that it spans.
    pub colspan: u16,
    /// Rows that it spans.
    pub rowspan: u16,
    /// Its words.
    pub segments: Vec<Segment>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDiff {
    /// What happened to it as a whole.
    pub change: BlockChange,
    /// Its cells.
    pub cells: Vec<CellDiff>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDiff {
    /// Its rows.
    pub rows: Vec<RowDiff>,
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockDiff {
    /// A paragraph, heading or list item.
    Text(BlockChange, TextDiff),
    /// A table.
    Table(BlockChange, TableDiff),
}

/// What changed in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyDiff {
    /// Its parts, those that are gone where they stood.
    pub blocks: Vec<BlockDiff>,
    /// Whether a part was compared as a whole, because word by word would have taken too long.
    pub coarse: bool,
}

impl Change {
    /// Whether the new text has it.
    #[must_use]
    pub const fn is_new(self) -> bool {
        matches!(self, Self::Same | Self::Inserted)
    }

    /// Whether the old text has it.
    #[must_use]
    pub const fn is_old(self) -> bool {
        matches!(self, Self::Same | Self::Deleted)
    }
}

impl BlockDiff {
    /// What happened to it.
    #[must_use]
    pub const fn change(&self) -> BlockChange {
        match self {
            Self::Text(change, _) | Self::Table(change, _) => *change,
        }
    }

    /// Its words in reading order, one list for a text, one per cell for a table.
    #[must_use]
    pub fn segments(&self) -> Vec<&[Segment]> {
        match self {
            Self::Text(_, text) => vec![&text.segments],
            Self::Table(_, table) => table
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().map(|cell| cell.segments.as_slice()))
                .collect(),
        }
    }
}

impl BodyDiff {
    /// All words of the new body, without breaks between its parts.
    #[must_use]
    pub fn new_text(&self) -> String {
        self.read(Change::is_new)
    }

    /// All words of the old body.
    #[must_use]
    pub fn old_text(&self) -> String {
        self.read(Change::is_old)
    }

    fn read(&self, side: impl Fn(Change) -> bool) -> String {
        let parts = self.blocks.iter().flat_map(BlockDiff::segments).flatten();
        parts
            .filter(|segment| side(segment.change))
            .map(|segment| segment.text.as_str())
            .collect()
    }

    /// How many places changed: whole parts count once, a part that changed inside counts each spot.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| match block.change() {
                BlockChange::Same | BlockChange::MovedAway => 0,
                BlockChange::Inserted | BlockChange::Deleted | BlockChange::MovedHere => 1,
                BlockChange::Changed => {
                    let spots: usize = block.segments().into_iter().map(spots).sum();
                    spots.max(1)
                }
            })
            .sum()
    }
}

/// Runs of changed words: what was replaced is one.
pub(super) fn spots(segments: &[Segment]) -> usize {
    let changed = |s: &Segment| s.change != Change::Same || s.note.is_some();
    let before = [false].into_iter().chain(segments.iter().map(changed));
    let starts = segments.iter().zip(before);
    starts.filter(|(s, before)| changed(s) && !before).count()
}
