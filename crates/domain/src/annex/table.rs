//! A CSV file with a known head becomes clean cells. Every problem is reported, not the first.

use csv::ReaderBuilder;

use super::FileProblem;
use super::decode::decode;
use crate::text::clean_line;

/// The most rows that a file may have, the head not counted.
pub const MAX_ROWS: usize = 100_000;

/// A heading that a file must have, and the most characters of a cell under it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub name: &'static str,
    pub max_chars: usize,
    /// Whether a file may lack it; then its cells are empty.
    pub optional: bool,
}

/// A row as it stands in a file: where, and its cells from the left.
pub type RawRow = (u32, Vec<String>);

/// A row: its line in the file (the head is line 1), its cells in the order of the headings asked
/// for, cleaned.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub line: u32,
    pub cells: Vec<String>,
}

/// Reads a file. Headings may stand in any order; rows without any text are passed over, as
/// spreadsheets add them. Rows with a problem are left out of what is returned.
pub(super) fn read_table(
    bytes: &[u8],
    headings: &[Heading],
    problems: &mut Vec<FileProblem>,
) -> Vec<Row> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    read_grid(csv_rows(&text, problems), headings, problems)
}

fn csv_rows(text: &str, problems: &mut Vec<FileProblem>) -> Vec<RawRow> {
    // The reader counts a line that ends with CR LF one too few.
    let text = text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    // One more than is read, so that too many are noticed below.
    for record in reader.records().take(MAX_ROWS * 2) {
        let Ok(record) = record else {
            problems.push(FileProblem::of_file("文件内容无法按CSV读取，请重新导出"));
            break;
        };
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    rows
}

/// Reads rows of which the first is the head. As [`read_table`].
pub(super) fn read_grid(
    rows: Vec<RawRow>,
    headings: &[Heading],
    problems: &mut Vec<FileProblem>,
) -> Vec<Row> {
    let mut records = rows.into_iter();
    let Some((_, head)) = records.next() else {
        problems.push(FileProblem::of_file("文件没有内容，首行应为表头"));
        return Vec::new();
    };
    let Some(places) = read_head(&head, headings, problems) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    let mut seen = 0_usize;
    for (line, record) in records {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        seen += 1;
        if seen > MAX_ROWS {
            problems.push(FileProblem::of_file(format!(
                "数据超过 {MAX_ROWS} 行，请拆分后再上传"
            )));
            break;
        }
        let cells = read_row((line, &record), head.len(), headings, &places, problems);
        rows.extend(cells.map(|cells| Row { line, cells }));
    }
    if seen == 0 {
        problems.push(FileProblem::of_file("文件只有表头，没有数据行"));
    }
    rows
}

/// The place of each heading in the file; `None` when one is missing, twice or unknown.
fn read_head(
    head: &[String],
    headings: &[Heading],
    problems: &mut Vec<FileProblem>,
) -> Option<Vec<Option<usize>>> {
    let before = problems.len();
    let names: Vec<String> = head
        .iter()
        .map(|cell| clean_line(cell, 50).unwrap_or_else(|_| cell.chars().take(50).collect()))
        .collect();
    for (index, name) in names.iter().enumerate() {
        if !headings.iter().any(|heading| heading.name == name) {
            let message = format!(
                "第 {} 个表头“{name}”不认识，表头应为：{}",
                index + 1,
                list_of(headings)
            );
            problems.push(FileProblem::at(1, name, message));
        } else if names[..index].contains(name) {
            problems.push(FileProblem::at(1, name, format!("表头“{name}”重复出现")));
        }
    }
    let mut places = Vec::new();
    for heading in headings {
        match names.iter().position(|name| name == heading.name) {
            Some(place) => places.push(Some(place)),
            None if heading.optional => places.push(None),
            None => problems.push(FileProblem::at(
                1,
                heading.name,
                format!(
                    "缺少表头“{}”，表头应为：{}",
                    heading.name,
                    list_of(headings)
                ),
            )),
        }
    }
    (problems.len() == before).then_some(places)
}

fn read_row(
    (line, record): (u32, &[String]),
    width: usize,
    headings: &[Heading],
    places: &[Option<usize>],
    problems: &mut Vec<FileProblem>,
) -> Option<Vec<String>> {
    if record.len() != width {
        let message = format!(
            "本行有 {} 个单元格，表头有 {width} 个，请检查逗号和引号",
            record.len()
        );
        problems.push(FileProblem::at(line, "", message));
        return None;
    }
    let before = problems.len();
    let mut cells = Vec::with_capacity(headings.len());
    for (heading, place) in headings.iter().zip(places) {
        let text = place.and_then(|place| record.get(place));
        match clean_line(text.map_or("", String::as_str), heading.max_chars) {
            Ok(cell) => cells.push(cell),
            Err(problem) => {
                let message = problem.message(heading.name);
                problems.push(FileProblem::at(line, heading.name, message));
            }
        }
    }
    (problems.len() == before).then_some(cells)
}

fn list_of(headings: &[Heading]) -> String {
    let names: Vec<&str> = headings.iter().map(|heading| heading.name).collect();
    names.join("、")
}
