//! All fields of two contents.

use super::blocks::bodies;
use super::budget::Budget;
use super::outcome::{BodyDiff, Change, Segment, spots};
use super::parse::{Inline, Style, blocks};
use super::words::{Dictionary, Words, segments};
use crate::article::Content;

/// A content with what it does not say itself.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The content.
    pub content: &'a Content,
    /// The names of its column from the root down.
    pub column_path: &'a [String],
}

/// A field beside the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 标题.
    Title,
    /// 文号.
    DocumentNumber,
    /// 拟发布栏目.
    Column,
    /// 来源, with name and address of a reprint.
    Source,
    /// 公开属性.
    Attribute,
    /// 理由.
    AttributeReason,
    /// 法律依据.
    LegalBasis,
}

impl Field {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::DocumentNumber,
        Self::Column,
        Self::Source,
        Self::Attribute,
        Self::AttributeReason,
        Self::LegalBasis,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::DocumentNumber => "文号",
            Self::Column => "栏目",
            Self::Source => "来源",
            Self::Attribute => "公开属性",
            Self::AttributeReason => "理由",
            Self::LegalBasis => "法律依据",
        }
    }

    /// What the field says, as people read it.
    #[must_use]
    pub fn text(self, of: Version<'_>) -> String {
        let content = of.content;
        match self {
            Self::Title => content.title.clone(),
            Self::DocumentNumber => content.document_number.clone(),
            Self::Column => of.column_path.join(" / "),
            Self::Source => content.source.words(),
            Self::Attribute => content
                .attribute
                .map_or_else(String::new, |attribute| attribute.label().to_owned()),
            Self::AttributeReason => content.attribute_reason.clone(),
            Self::LegalBasis => content.legal_basis.clone(),
        }
    }
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDiff {
    /// Which.
    pub field: Field,
    /// Its words.
    pub segments: Vec<Segment>,
}

/// What changed in a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentDiff {
    /// The fields that changed, in the order of the form.
    pub fields: Vec<FieldDiff>,
    /// The body, changed or not.
    pub body: BodyDiff,
}

impl ContentDiff {
    /// How many places changed, fields included.
    #[must_use]
    pub fn changes(&self) -> usize {
        let fields = self.fields.iter().map(|field| spots(&field.segments));
        fields.sum::<usize>() + self.body.changes()
    }
}

/// What changed from one content to the other. Bounded work, whatever the size: see the module.
#[must_use]
pub fn compare(old: Version<'_>, new: Version<'_>) -> ContentDiff {
    let mut budget = Budget::new();
    let mut dictionary = Dictionary::default();
    let fields = Field::ALL.into_iter().filter_map(|field| {
        let (before, after) = (field.text(old), field.text(new));
        (before != after).then(|| {
            let (before, after) = (inline(before), inline(after));
            FieldDiff {
                field,
                segments: segments(
                    &Words::of(&before, &mut dictionary),
                    &Words::of(&after, &mut dictionary),
                    &mut budget,
                ),
            }
        })
    });
    let fields = fields.collect();
    let (before, after) = (blocks(&old.content.body), blocks(&new.content.body));
    ContentDiff {
        fields,
        body: bodies(&before, &after, &mut budget),
    }
}

/// What changed from one body to the other, both as cleaned HTML.
#[must_use]
pub fn compare_bodies(old: &str, new: &str) -> BodyDiff {
    bodies(&blocks(old), &blocks(new), &mut Budget::new())
}

fn inline(text: String) -> Inline {
    let run = (0..text.len(), Style::default());
    Inline {
        runs: if text.is_empty() {
            Vec::new()
        } else {
            vec![run]
        },
        text,
    }
}

impl FieldDiff {
    /// What the field says now, or said, without what is on the other side.
    #[must_use]
    pub fn read(&self, side: impl Fn(Change) -> bool) -> String {
        let kept = self.segments.iter().filter(|s| side(s.change));
        kept.map(|segment| segment.text.as_str()).collect()
    }
}
