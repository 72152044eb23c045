//! A workbook with one sheet, ready to be filtered and printed.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::name::cut;
use super::{Cell, Table};

/// Rows of a sheet.
const ROWS: usize = 1_048_576;
/// What Excel allows in a cell, in UTF-16 units.
const CELL_LENGTH: usize = 32_767;
/// Stands at the end of a text that Excel cannot hold.
const CUT: &str = "……（内容过长，未全部导出）";
/// Whole numbers up to this are exact in a cell, which holds floating point: 2^53.
const EXACT: u64 = 1 << 53;
/// The number of A4 among Excel's paper sizes.
const A4: u8 = 9;

struct Formats {
    heading: Format,
    text: Format,
    number: Format,
    day: Format,
    moment: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_border_bottom(FormatBorder::Thin),
            text: plain.clone().set_text_wrap(),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            moment: plain.clone().set_num_format("yyyy-mm-dd hh:mm:ss"),
            number: plain,
        }
    }
}

/// The table as the bytes of a file.
///
/// # Errors
/// [`XlsxError::RowColumnLimitError`] for more rows or columns than a sheet holds.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    // Heading and empty row included; checked first, for a long list takes long.
    if table.rows.len() + table.notes.len() + 2 > ROWS {
        return Err(XlsxError::RowColumnLimitError);
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(cut(&table.title, 255)));
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.sheet_name())?;
    let formats = Formats::new();
    for (at, column) in table.columns.iter().enumerate() {
        let at = column_number(at)?;
        sheet.set_column_width(at, column.width)?;
        write_text(sheet, (0, at), &column.heading, &formats.heading)?;
    }
    for (row, cells) in table.rows.iter().enumerate() {
        let row = row_number(row)?;
        for (at, cell) in cells.iter().enumerate() {
            write_cell(sheet, (row, column_number(at)?), cell, &formats)?;
        }
    }
    let last = row_number(table.rows.len())? - 1;
    for (at, note) in table.notes.iter().enumerate() {
        // Not wrapped: a note is longer than the first column is wide.
        let row = row_number(table.rows.len() + 1 + at)?;
        write_text(sheet, (row, 0), note, &formats.number)?;
    }
    lay_out(sheet, table, last)?;
    workbook.save_to_buffer()
}

fn lay_out(sheet: &mut Worksheet, table: &Table, last: u32) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    if let Some(width) = table.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, last, column_number(width)?)?;
    }
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_header("&C&A")
        .set_footer("&C第 &P 页，共 &N 页");
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (row, column) = at;
    match cell {
        Cell::Text(text) => return write_text(sheet, at, text, &formats.text),
        #[expect(clippy::cast_precision_loss, reason = "checked to be exact")]
        Cell::Whole(number) if number.unsigned_abs() <= EXACT => {
            sheet.write_number_with_format(row, column, *number as f64, &formats.number)?;
        }
        Cell::Whole(number) => {
            return write_text(sheet, at, &number.to_string(), &formats.text);
        }
        Cell::Decimal(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, &formats.number)?;
        }
        Cell::Day(day) if is_known_to_excel(*day) => {
            sheet.write_datetime_with_format(row, column, day, &formats.day)?;
        }
        Cell::Day(day) => return write_text(sheet, at, &day.to_string(), &formats.text),
        Cell::Moment(moment) if is_known_to_excel(moment.date_naive()) => {
            let wall = moment.naive_local();
            sheet.write_datetime_with_format(row, column, wall, &formats.moment)?;
        }
        Cell::Moment(moment) => {
            let text = moment.format("%Y-%m-%d %H:%M:%S").to_string();
            return write_text(sheet, at, &text, &formats.text);
        }
        Cell::Decimal(_) | Cell::Empty => {}
    }
    Ok(())
}

/// Text is always a string, whatever it begins with.
fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let short = cut(text, CELL_LENGTH);
    if short.len() == text.len() {
        sheet.write_string_with_format(row, column, text, format)?;
    } else {
        let room = CELL_LENGTH - CUT.encode_utf16().count();
        let text = format!("{}{CUT}", cut(text, room));
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// Excel counts days from 1900 on, wrongly up to February of that year, and ends with 9999.
fn is_known_to_excel(day: NaiveDate) -> bool {
    (1901..=9999).contains(&day.year())
}

/// The number of a row below the heading.
fn row_number(row: usize) -> Result<u32, XlsxError> {
    u32::try_from(row + 1).map_err(|_| XlsxError::RowColumnLimitError)
}

fn column_number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}
