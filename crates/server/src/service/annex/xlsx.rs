//! The table as a workbook: cells merged as in the notice, A4, its head on every page.

use lanmu_domain::annex::AnnexLine;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::merges::{Merge, cells, merges};
use super::{HEADINGS, TITLE, WIDTHS};

/// Rows above the first line: title and head.
const ABOVE: u32 = 2;
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
    for (row, (line, merges)) in (ABOVE..).zip(lines.iter().zip(merged)) {
        for (at, text) in (0_u16..).zip(cells(line)) {
            let level = usize::from(at).checked_sub(1);
            let merge = level.and_then(|level| merges.get(level).copied());
            write_cell(
                sheet,
                (row, at),
                &text,
                merge.unwrap_or(Merge::Alone),
                &cell,
            )?;
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
