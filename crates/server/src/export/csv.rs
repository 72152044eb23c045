//! CSV: UTF-8 with a byte order mark, so that Excel and WPS on Windows read the Chinese, lines
//! ended by CRLF (RFC 4180).

use ::csv::{Terminator, WriterBuilder};

use super::{Cell, Table};
use crate::error::Problem;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The table as bytes.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, Problem> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // Notes are shorter than the rows.
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let heads = table.columns.iter().map(|heading| harmless(&heading.words));
    writer.write_record(heads).map_err(Problem::internal)?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(words))
            .map_err(Problem::internal)?;
    }
    for note in &table.notes {
        writer
            .write_record([harmless(note)])
            .map_err(Problem::internal)?;
    }
    writer.into_inner().map_err(Problem::internal)
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Text that a spreadsheet program would take for a formula gets an apostrophe before it. Programs
/// pass over white space in front and take full-width signs for the others.
fn harmless(text: &str) -> String {
    let begins = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
        )
    };
    let first = text
        .trim_start_matches([' ', '\u{3000}', '\n'])
        .chars()
        .next();
    if first.is_some_and(begins) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
