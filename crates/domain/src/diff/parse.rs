//! A body as parts that can be compared: paragraphs, headings, list items, tables.

use std::ops::Range;

use crate::article::markup::{Piece, attribute, decoded, pieces, tag_name};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// 段落.
    Paragraph,
    /// 标题, 1 to 6.
    Heading(u8),
    /// 引文.
    Quote,
    /// An item of a list.
    Item {
        /// Whether it is numbered.
        ordered: bool,
        /// 1 for a list that stands in no other.
        depth: u8,
    },
}

/// Bold and its like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks {
    /// 加粗.
    pub strong: bool,
    /// 斜体.
    pub em: bool,
    /// 下划线.
    pub underline: bool,
    /// 下标.
    pub sub: bool,
    /// 上标.
    pub sup: bool,
}

/// 图片.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Where it lies.
    pub src: String,
    /// 替代文字.
    pub alt: String,
}

/// How words are set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// Where they lead.
    pub link: Option<String>,
    /// Bold and its like.
    pub marks: Marks,
    /// They are a picture.
    pub picture: Option<Picture>,
}

/// A text with its styles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inline {
    /// All words.
    pub text: String,
    /// Which part is set how, in order; together they cover the text. Pictures cover nothing.
    pub runs: Vec<(Range<usize>, Style)>,
}

/// A paragraph, heading or list item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextBlock {
    /// What it is.
    pub kind: TextKind,
    /// Its words.
    pub inline: Inline,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Whether it is a heading.
    pub header: bool,
    /// Columns that it spans.
    pub colspan: u16,
    /// Rows that it spans.
    pub rowspan: u16,
    /// Its words.
    pub inline: Inline,
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph, heading or list item.
    Text(TextBlock),
    /// A table, row by row.
    Table(Vec<Vec<Cell>>),
}

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    fn push(&mut self, text: &str, style: &Style) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some((range, last)) if last == style && style.picture.is_none() => range.end = end,
            _ => self.runs.push((start..end, style.clone())),
        }
    }
}

/// The parts of a body. Empty paragraphs are none.
#[must_use]
pub fn blocks(body: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for piece in pieces(body) {
        match piece {
            Piece::Text(raw) => reader.text(&decoded(raw)),
            Piece::Open(tag) => reader.open(&tag_name(tag), tag),
            Piece::Close(tag) => reader.close(&tag_name(tag)),
        }
    }
    reader.end_table();
    reader.end_text();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    kind: Option<TextKind>,
    inline: Inline,
    style: Style,
    /// For each list that is open, whether it is numbered.
    lists: Vec<bool>,
    quotes: usize,
    /// The table that is open, and how deep in tables one is.
    table: Option<Vec<Vec<Cell>>>,
    tables: usize,
}

impl Reader {
    fn text(&mut self, text: &str) {
        let style = self.style.clone();
        if self.table.is_some() {
            let between = text.trim().is_empty();
            match self.cell() {
                Some(cell) => cell.inline.push(text, &style),
                None if between => {}
                None => self.stray_in_table(text, &style),
            }
        } else if self.kind.is_some() || !self.inline.is_empty() || !text.trim().is_empty() {
            self.inline.push(text, &style);
        }
    }

    fn stray_in_table(&mut self, text: &str, style: &Style) {
        self.open_cell(false, "");
        if let Some(cell) = self.cell() {
            cell.inline.push(text, style);
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.table.as_mut()?.last_mut()?.last_mut()
    }

    fn open(&mut self, name: &str, tag: &str) {
        match name {
            "table" => {
                self.tables += 1;
                if self.table.is_none() {
                    self.end_text();
                    self.table = Some(Vec::new());
                }
            }
            "tr" => {
                if let Some(table) = &mut self.table {
                    table.push(Vec::new());
                }
            }
            "td" | "th" if self.table.is_some() => self.open_cell(name == "th", tag),
            "br" => self.text_or_break(),
            "img" => self.picture(tag),
            "a" => self.style.link = attribute(tag, "href"),
            "ul" | "ol" => {
                self.begin_text(None);
                self.lists.push(name == "ol");
            }
            "blockquote" => {
                self.begin_text(None);
                self.quotes += 1;
            }
            _ => {
                if let Some(kind) = self.kind_of(name) {
                    self.begin_text(Some(kind));
                } else {
                    self.mark(name, true);
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_table();
                }
            }
            "a" => self.style.link = None,
            "ul" | "ol" => {
                self.begin_text(None);
                self.lists.pop();
            }
            "blockquote" => {
                self.begin_text(None);
                self.quotes = self.quotes.saturating_sub(1);
            }
            _ if self.kind_of(name).is_some() => self.begin_text(None),
            _ => self.mark(name, false),
        }
    }

    fn open_cell(&mut self, header: bool, tag: &str) {
        let span = |name| {
            let span = attribute(tag, name).and_then(|span| span.parse().ok());
            span.unwrap_or(1)
        };
        let cell = Cell {
            header,
            colspan: span("colspan"),
            rowspan: span("rowspan"),
            inline: Inline::default(),
        };
        if let Some(table) = &mut self.table {
            if table.is_empty() {
                table.push(Vec::new());
            }
            if let Some(row) = table.last_mut() {
                row.push(cell);
            }
        }
    }

    fn text_or_break(&mut self) {
        let style = self.style.clone();
        if self.table.is_some() {
            if let Some(cell) = self.cell() {
                cell.inline.push("\n", &style);
            }
        } else {
            self.inline.push("\n", &style);
        }
    }

    fn picture(&mut self, tag: &str) {
        let style = Style {
            picture: Some(Picture {
                src: attribute(tag, "src").unwrap_or_default(),
                alt: attribute(tag, "alt").unwrap_or_default(),
            }),
            ..self.style.clone()
        };
        match self.cell() {
            Some(cell) => cell.inline.push("", &style),
            None => self.inline.push("", &style),
        }
    }

    fn kind_of(&self, name: &str) -> Option<TextKind> {
        let heading = name.strip_prefix('h').and_then(|n| n.parse().ok());
        match (name, heading) {
            (_, Some(level @ 1..=6)) => Some(TextKind::Heading(level)),
            ("p" | "div" | "figure" | "figcaption" | "li", _) => Some(self.here(name == "li")),
            _ => None,
        }
    }

    /// What a paragraph is in this place.
    fn here(&self, item: bool) -> TextKind {
        match self.lists.last() {
            Some(ordered) => TextKind::Item {
                ordered: *ordered,
                depth: u8::try_from(self.lists.len()).unwrap_or(u8::MAX),
            },
            None if self.quotes > 0 => TextKind::Quote,
            None if item => TextKind::Item {
                ordered: false,
                depth: 1,
            },
            None => TextKind::Paragraph,
        }
    }

    fn mark(&mut self, name: &str, on: bool) {
        let marks = &mut self.style.marks;
        match name {
            "strong" | "b" => marks.strong = on,
            "em" | "i" => marks.em = on,
            "u" => marks.underline = on,
            "sub" => marks.sub = on,
            "sup" => marks.sup = on,
            _ => {}
        }
    }

    /// Ends what was being read; in a cell, parts are only set apart by a break.
    fn begin_text(&mut self, kind: Option<TextKind>) {
        if self.table.is_some() {
            let style = self.style.clone();
            if let Some(cell) = self.cell()
                && !cell.inline.text.is_empty()
                && !cell.inline.text.ends_with('\n')
            {
                cell.inline.push("\n", &style);
            }
            return;
        }
        self.end_text();
        self.kind = kind;
    }

    fn end_text(&mut self) {
        let kind = self.kind.take().unwrap_or_else(|| self.here(false));
        let inline = std::mem::take(&mut self.inline);
        if !inline.is_empty() {
            self.blocks.push(Block::Text(TextBlock { kind, inline }));
        }
    }

    fn end_table(&mut self) {
        self.tables = 0;
        if let Some(mut rows) = self.table.take() {
            for cell in rows.iter_mut().flatten() {
                trim_end(&mut cell.inline);
            }
            rows.retain(|row| !row.is_empty());
            if !rows.is_empty() {
                self.blocks.push(Block::Table(rows));
            }
        }
    }
}

/// Breaks at the end of a cell say nothing.
fn trim_end(inline: &mut Inline) {
    let length = inline.text.trim_end_matches('\n').len();
    inline.text.truncate(length);
    for (range, _) in &mut inline.runs {
        range.start = range.start.min(length);
        range.end = range.end.min(length);
    }
    inline
        .runs
        .retain(|(range, style)| !range.is_empty() || style.picture.is_some());
}
