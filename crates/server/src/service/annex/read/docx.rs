//! The rows of the tables of a text document, merged cells filled down, cells that stand further
//! right put where they belong.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

const UNREADABLE: &str = "文档无法读取，请在Word或者WPS中重新另存后上传。";
/// The text of a document unpacked: 64 MiB.
const UNPACKED_MAX: u64 = 64 * 1024 * 1024;
/// So many rows at most; a county has a few hundred.
const ROWS_MAX: usize = 20_000;
/// So many columns at most are looked at.
const COLUMNS_MAX: usize = 50;

/// Rows counted over all tables, and their cells from the left.
///
/// # Errors
/// One sentence for the person.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, String> {
    let xml = document(bytes).ok_or(UNREADABLE)?;
    let mut reader = Reader::from_str(&xml);
    let mut tables = Tables::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => tables.start(&tag),
            Ok(Event::Empty(tag)) => tables.empty(&tag),
            Ok(Event::End(tag)) => tables.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => {
                let text = text.xml10_content();
                tables.text(&text);
            }
            Ok(Event::GeneralRef(entity)) => {
                if let Ok(Some(letter)) = entity.resolve_char_ref() {
                    tables.text(letter.encode_utf8(&mut [0; 4]));
                } else {
                    let known = quick_xml::escape::resolve_predefined_entity(&entity);
                    tables.text(known.unwrap_or_default());
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(UNREADABLE.to_owned()),
        }
        if tables.rows.len() > ROWS_MAX {
            return Err(format!("文档中的表格超过 {ROWS_MAX} 行。"));
        }
    }
    if tables.rows.is_empty() {
        return Err("文档中没有表格。".to_owned());
    }
    Ok((1..).zip(tables.rows).collect())
}

fn document(bytes: &[u8]) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = archive.by_name("word/document.xml").ok()?;
    let mut xml = String::new();
    part.take(UNPACKED_MAX + 1).read_to_string(&mut xml).ok()?;
    (xml.len() as u64 <= UNPACKED_MAX).then_some(xml)
}

/// What was read so far.
#[derive(Default)]
struct Tables {
    rows: Vec<Vec<String>>,
    /// How deep tables stand in one another; what stands in an inner one belongs to its cell.
    depth: usize,
    /// The row that is being read.
    row: Vec<String>,
    /// The cell that is being read.
    cell: Option<Cell>,
    in_text: bool,
    /// What was struck out in tracked changes.
    deleted: usize,
    /// The row above in the same table.
    above: Vec<String>,
}

struct Cell {
    text: String,
    span: usize,
    continues: bool,
}

impl Tables {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.above.clear();
                }
            }
            "tr" if self.depth == 1 => self.row.clear(),
            "tc" if self.depth == 1 => {
                self.cell = Some(Cell {
                    text: String::new(),
                    span: 1,
                    continues: false,
                });
            }
            "t" => self.in_text = true,
            "del" => self.deleted += 1,
            _ => self.empty(tag),
        }
    }

    /// Properties of rows and cells.
    fn empty(&mut self, tag: &BytesStart<'_>) {
        let value = || value(tag);
        match tag.local_name().as_ref() {
            "gridBefore" if self.depth == 1 => {
                let skipped = value().and_then(|text| text.parse().ok()).unwrap_or(0);
                self.row
                    .resize(usize::min(skipped, COLUMNS_MAX), String::new());
            }
            "gridSpan" if self.depth == 1 => {
                if let Some(cell) = &mut self.cell {
                    let span = value().and_then(|text| text.parse().ok()).unwrap_or(1);
                    cell.span = usize::clamp(span, 1, COLUMNS_MAX);
                }
            }
            "vMerge" if self.depth == 1 => {
                if let Some(cell) = &mut self.cell {
                    cell.continues = value().as_deref() != Some("restart");
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell
            && self.in_text
            && self.deleted == 0
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "tbl" => self.depth = self.depth.saturating_sub(1),
            "t" => self.in_text = false,
            "del" => self.deleted = self.deleted.saturating_sub(1),
            "tc" if self.depth == 1 => self.end_cell(),
            "tr" if self.depth == 1 => {
                self.above.clone_from(&self.row);
                self.rows.push(std::mem::take(&mut self.row));
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        if self.row.len() >= COLUMNS_MAX {
            return;
        }
        let above = self.above.get(self.row.len());
        let text = if cell.continues && cell.text.trim().is_empty() {
            above.cloned().unwrap_or_default()
        } else {
            cell.text
        };
        self.row.push(text);
        let more = (self.row.len() + cell.span - 1).min(COLUMNS_MAX);
        self.row.resize(more, String::new());
    }
}

fn value(tag: &BytesStart<'_>) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == "val")
        .map(|attribute| attribute.value.into_owned())
}
