//! XLSX: heads that stay, filters, real dates, fit for printing on A4.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};
use crate::error::Problem;

/// Characters of a sheet's name at most.
const NAME_MAX: usize = 31;
/// A4.
const PAPER_A4: u8 = 9;
/// What a cell of XLSX holds at most.
const TEXT_MAX: usize = 32_767;

/// The table as bytes.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, Problem> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    fill(sheet, table).map_err(Problem::internal)?;
    workbook.save_to_buffer().map_err(Problem::internal)
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let body = Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    let head = body
        .clone()
        .set_bold()
        .set_align(FormatAlign::VerticalCenter);
    let day = body.clone().set_num_format("yyyy-mm-dd");
    sheet.set_name(sheet_name(&table.title))?;
    for (column, heading) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(column, heading.width)?;
        sheet.write_string_with_format(0, column, &heading.words, &head)?;
    }
    let mut next = 1_u32;
    for row in &table.rows {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) => {
                    let text: String = text.chars().take(TEXT_MAX).collect();
                    sheet.write_string_with_format(next, column, text, &body)?
                }
                #[expect(clippy::cast_precision_loss, reason = "XLSX knows no other numbers")]
                Cell::Number(number) => {
                    sheet.write_number_with_format(next, column, *number as f64, &body)?
                }
                Cell::Day(date) => sheet.write_date_with_format(next, column, date, &day)?,
                Cell::Empty => sheet.write_blank(next, column, &body)?,
            };
        }
        next += 1;
    }
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, next - 1, last)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(PAPER_A4);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&C{}", table.title.replace('&', "&&")));
    sheet.set_footer("&C第 &P 页，共 &N 页");
    for (line, note) in (next + 1..).zip(&table.notes) {
        sheet.write_string(line, 0, note)?;
    }
    Ok(())
}

/// A title without what Excel refuses in the name of a sheet.
fn sheet_name(title: &str) -> String {
    let clean: String = title
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'))
        .take(NAME_MAX)
        .collect();
    let clean = clean.trim_matches('\'').trim();
    if clean.is_empty() {
        "导出".to_owned()
    } else {
        clean.to_owned()
    }
}
