//! Two bodies, part by part.

use std::collections::HashMap;
use std::hash::Hash;

use super::align::{Beside, Moves, align, overlap};
use super::budget::Budget;
use super::outcome::{BlockChange, BlockDiff, BodyDiff, TextDiff};
use super::parse::{Block, Inline, TextBlock};
use super::table::{tables, whole_table, words_of};
use super::words::{Dictionary, Words, segments, whole};

/// A text that stands elsewhere now is said to have moved if it has so many words; shorter ones
/// come and go.
const MOVED_FROM: usize = 6;

/// What is needed of a part to put it beside others.
pub(super) struct Part {
    /// The same for the same parts.
    pub(super) number: u32,
    /// Its words, sorted.
    pub(super) words: Vec<u32>,
}

impl Part {
    /// `known` numbers the parts of both sides.
    pub(super) fn of<'a, T: Eq + Hash>(
        part: &'a T,
        inlines: impl IntoIterator<Item = &'a Inline>,
        known: &mut HashMap<&'a T, u32>,
        dictionary: &mut Dictionary,
    ) -> Self {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let mut words: Vec<u32> = inlines
            .into_iter()
            .flat_map(|inline| Words::of(inline, dictionary).numbers)
            .collect();
        words.sort_unstable();
        Self {
            number: *known.entry(part).or_insert(next),
            words,
        }
    }
}

/// What changed from one body to the other.
pub(super) fn bodies(old: &[Block], new: &[Block], budget: &mut Budget) -> BodyDiff {
    let mut dictionary = Dictionary::default();
    let mut known = HashMap::new();
    let mut part = |block| Part::of(block, inlines(block), &mut known, &mut dictionary);
    let before: Vec<Part> = old.iter().map(&mut part).collect();
    let after: Vec<Part> = new.iter().map(&mut part).collect();
    let numbers = |parts: &[Part]| parts.iter().map(|part| part.number).collect::<Vec<_>>();
    let (old_numbers, new_numbers) = (numbers(&before), numbers(&after));
    let long = |at: usize| before[at].words.len() >= MOVED_FROM;
    let moved = Moves::of(&old_numbers, &new_numbers, long, budget);
    let alike = |i: usize, j: usize| match (&old[i], &new[j]) {
        (Block::Text(_), Block::Text(_)) | (Block::Table(_), Block::Table(_)) => {
            overlap(&before[i].words, &after[j].words)
        }
        (Block::Text(_), Block::Table(_)) | (Block::Table(_), Block::Text(_)) => 0.0,
    };
    let beside = align(&old_numbers, &new_numbers, &moved, alike, budget);
    let blocks = beside.into_iter().map(|beside| match beside {
        Beside::Both(i, j) if old_numbers[i] == new_numbers[j] => {
            whole_block(&new[j], BlockChange::Same)
        }
        Beside::Both(i, j) => changed(&old[i], &new[j], &mut dictionary, budget),
        Beside::Old(i) if moved.old.contains(&i) => whole_block(&old[i], BlockChange::MovedAway),
        Beside::Old(i) => whole_block(&old[i], BlockChange::Deleted),
        Beside::New(j) if moved.new.contains(&j) => whole_block(&new[j], BlockChange::MovedHere),
        Beside::New(j) => whole_block(&new[j], BlockChange::Inserted),
    });
    BodyDiff {
        blocks: blocks.collect(),
        coarse: budget.coarse,
    }
}

fn inlines(block: &Block) -> Vec<&Inline> {
    match block {
        Block::Text(text) => vec![&text.inline],
        Block::Table(rows) => rows.iter().flatten().map(|cell| &cell.inline).collect(),
    }
}

fn whole_block(block: &Block, change: BlockChange) -> BlockDiff {
    match block {
        Block::Text(text) => BlockDiff::Text(
            change,
            TextDiff {
                kind: text.kind,
                former: None,
                segments: whole(&text.inline, words_of(change)),
            },
        ),
        Block::Table(rows) => BlockDiff::Table(change, whole_table(rows, change)),
    }
}

fn changed(
    old: &Block,
    new: &Block,
    dictionary: &mut Dictionary,
    budget: &mut Budget,
) -> BlockDiff {
    match (old, new) {
        (Block::Table(before), Block::Table(after)) => BlockDiff::Table(
            BlockChange::Changed,
            tables(before, after, dictionary, budget),
        ),
        (Block::Text(before), Block::Text(after)) => BlockDiff::Text(
            BlockChange::Changed,
            texts(before, after, dictionary, budget),
        ),
        // Never put beside each other: they have nothing in common.
        (_, new) => whole_block(new, BlockChange::Inserted),
    }
}

fn texts(
    old: &TextBlock,
    new: &TextBlock,
    dictionary: &mut Dictionary,
    budget: &mut Budget,
) -> TextDiff {
    let before = Words::of(&old.inline, dictionary);
    let after = Words::of(&new.inline, dictionary);
    TextDiff {
        kind: new.kind,
        former: (old.kind != new.kind).then_some(old.kind),
        segments: segments(&before, &after, budget),
    }
}
