//! The rows of a workbook's first sheet that has any, merged cells filled down.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

const UNREADABLE: &str = "工作簿无法读取，请在Excel或者WPS中重新另存后上传。";
/// So many rows at most; a county has a few hundred.
const ROWS_MAX: usize = 20_000;
/// So many columns at most are looked at.
const COLUMNS_MAX: usize = 50;

/// Row numbers as the workbook shows them, and the cells from column A on.
///
/// # Errors
/// One sentence for the person.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| UNREADABLE.to_owned())?;
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|_| UNREADABLE.to_owned())?;
        let (Some((top, left)), Some((bottom, right))) = (range.start(), range.end()) else {
            continue;
        };
        if bottom as usize >= ROWS_MAX {
            return Err(format!("工作表超过 {ROWS_MAX} 行，请删去空行后重新上传。"));
        }
        let width = (right as usize + 1).min(COLUMNS_MAX);
        let mut rows: Vec<Vec<String>> = vec![vec![String::new(); width]; bottom as usize + 1];
        for (row, column, cell) in range.used_cells() {
            let at = (row + top as usize, column + left as usize);
            if let Some(to) = rows.get_mut(at.0).and_then(|cells| cells.get_mut(at.1)) {
                *to = text(cell);
            }
        }
        let merged = book
            .merge_cells_by_sheet_name(&name)
            .map_err(|_| UNREADABLE.to_owned())?;
        for area in merged {
            fill(&mut rows, area.start, area.end);
        }
        return Ok((1..).zip(rows).collect());
    }
    Err("工作簿中没有内容。".to_owned())
}

/// What stands in the first cell of an area stands in all below it.
fn fill(rows: &mut [Vec<String>], (top, left): (u32, u32), (bottom, _): (u32, u32)) {
    let column = left as usize;
    let first = rows.get(top as usize).and_then(|cells| cells.get(column));
    let Some(text) = first.cloned() else {
        return;
    };
    for cells in rows
        .iter_mut()
        .take(bottom as usize + 1)
        .skip(top as usize + 1)
    {
        if let Some(cell) = cells.get_mut(column) {
            cell.clone_from(&text);
        }
    }
}

fn text(cell: &Data) -> String {
    match cell {
        // 序号 that was typed as a number is none with decimals.
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string().replace(['\r', '\n'], ""),
    }
}
