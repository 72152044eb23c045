//! Comma-separated text (RFC 4180) in UTF-8 with a byte order mark, without which Excel and WPS on
//! Windows take it for GBK.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};

use super::{Cell, Table};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The table as the bytes of a file. Every record has as many fields as the widest.
///
/// # Errors
/// Memory could not be written to, which the caller can only report.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let widths = table.rows.iter().map(Vec::len);
    let width = widths.max().unwrap_or(0).max(table.columns.len()).max(1);
    let mut to = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let headings = table.columns.iter().map(|column| harmless(&column.heading));
    record(&mut to, width, headings)?;
    for row in &table.rows {
        record(&mut to, width, row.iter().map(field))?;
    }
    if !table.notes.is_empty() {
        record(&mut to, width, std::iter::empty())?;
    }
    for note in &table.notes {
        record(&mut to, width, std::iter::once(harmless(note)))?;
    }
    to.into_inner().map_err(|error| error.into_error().into())
}

fn record<'a>(
    to: &mut Writer<Vec<u8>>,
    width: usize,
    fields: impl Iterator<Item = Cow<'a, str>>,
) -> Result<(), csv::Error> {
    let mut missing = width;
    for field in fields {
        to.write_field(field.as_bytes())?;
        missing = missing.saturating_sub(1);
    }
    for _ in 0..missing {
        to.write_field("")?;
    }
    to.write_record(None::<&[u8]>)
}

fn field(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Decimal(number) if number.is_finite() => Cow::Owned(number.to_string()),
        Cell::Day(day) => Cow::Owned(day.format("%Y-%m-%d").to_string()),
        Cell::Moment(moment) => Cow::Owned(moment.format("%Y-%m-%d %H:%M:%S").to_string()),
        Cell::Decimal(_) | Cell::Empty => Cow::Borrowed(""),
    }
}

/// Text that a spreadsheet program would read as a formula gets an apostrophe in front. Programs
/// skip what is not seen before they look, and take full-width signs for the plain ones.
fn harmless(text: &str) -> Cow<'_, str> {
    let seen = text.trim_start_matches(is_unseen);
    let unseen = &text[..text.len() - seen.len()];
    let formula = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || unseen.contains(['\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// White space, control characters, and marks without width.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_formula_becomes_text() {
        for formula in [
            "=1+1",
            "=HYPERLINK(\"http://example.invalid\",\"看\")",
            "+86",
            "-1",
            "@SUM(A1)",
            "\tA",
            "\rA",
            "\n=1",
            " =1",
            "\u{3000}=1",
            "\u{a0}+1",
            "\u{feff}=1",
            "\u{200b}-1",
            "\u{0}=1",
            " \t x",
            "＝1+1",
            "＋1",
            "－1",
            "＠A1",
            "\u{3000}＝1",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in [
            "", " ", "栏目", "1-2", "a=b", "（=1）", "'=1", "—", "·", "\"=1\"",
        ] {
            assert_eq!(harmless(text), text);
        }
    }
}
