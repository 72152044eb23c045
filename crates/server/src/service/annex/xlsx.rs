//! The table as a workbook: cells merged as in the notice, A4, its head on every page.

use lanmu_domain::annex::AnnexLine;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::merges::{Merge, cells, merge_at, merges};
use super::{HEADINGS, MERGED, TITLE, WIDTHS};

/// Rows above the first line: title and head.
const ABOVE: u32 = 2;
/// Height of a line in points.
const LINE_HEIGHT: f64 = 15.0;
/// The number of A4 among Excel's paper sizes.
const A4: u8 = 9;

/// The bytes of the file.
///
/// # Errors
/// More lines than a sheet holds.
pub(super) fn write(lines: &[AnnexLine]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("附件2")?;
    let cell = Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    let title = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_align(FormatAlign::Center);
    for (at, (heading, width)) in (0_u16..).zip(HEADINGS.into_iter().zip(WIDTHS)) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(ABOVE - 1, at, heading, &head)?;
    }
    sheet.merge_range(0, 0, 0, 7, TITLE, &title)?;
    let merged = merges(lines);
    for (row, height) in (ABOVE..).zip(heights(lines, &merged)) {
        sheet.set_row_height(row, height)?;
    }
    for (row, (line, merges)) in (ABOVE..).zip(lines.iter().zip(&merged)) {
        for (at, text) in (0_u16..).zip(cells(line)) {
            let merge = merge_at(merges, usize::from(at));
            write_cell(sheet, (row, at), &text, merge, &cell)?;
        }
    }
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C第 &P 页，共 &N 页");
    sheet.set_repeat_rows(ABOVE - 1, ABOVE - 1)?;
    sheet.set_freeze_panes(ABOVE, 0)?;
    workbook.save_to_buffer()
}

/// How high the rows are, in points: spreadsheet programs do not fit rows to merged cells. What is
/// one over several rows needs its share of each.
fn heights(lines: &[AnnexLine], merged: &[[Merge; MERGED]]) -> Vec<f64> {
    let mut needed = vec![1_usize; lines.len()];
    for (row, (line, merges)) in lines.iter().zip(merged).enumerate() {
        for (at, text) in cells(line).iter().enumerate() {
            let run = match merge_at(merges, at) {
                Merge::Alone => 1,
                Merge::First(run) => run,
                Merge::Below => continue,
            };
            // A Chinese character is two wide.
            let per_line = usize::from(WIDTHS[at] / 2).max(1);
            let share = text.chars().count().div_ceil(per_line).div_ceil(run);
            for lines in &mut needed[row..row + run] {
                *lines = (*lines).max(share);
            }
        }
    }
    needed
        .into_iter()
        .map(|lines| f64::from(u32::try_from(lines).unwrap_or(1)) * LINE_HEIGHT)
        .collect()
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    text: &str,
    merge: Merge,
    format: &Format,
) -> Result<(), XlsxError> {
    match merge {
        Merge::Alone => sheet.write_string_with_format(row, at, text, format)?,
        Merge::First(run) => {
            let last = row + u32::try_from(run).unwrap_or(1) - 1;
            sheet.merge_range(row, at, last, at, text, format)?
        }
        Merge::Below => sheet,
    };
    Ok(())
}
