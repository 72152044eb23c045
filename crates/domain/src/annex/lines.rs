//! The lines of the table: numbers, paths, texts; what contradicts itself is reported.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::FileProblem;
use super::table::{Heading, RawRow, Row, read_grid, read_table};

/// Headings of the levels of the column tree, from the root down.
pub const LEVELS: [&str; 4] = ["首页", "一级栏目", "二级栏目", "三级栏目"];

const HEADINGS: [Heading; 8] = [
    Heading {
        name: "序号",
        max_chars: 10,
        optional: false,
    },
    Heading {
        name: LEVELS[0],
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: LEVELS[1],
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: LEVELS[2],
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: LEVELS[3],
        max_chars: 60,
        optional: false,
    },
    Heading {
        name: "更新要求",
        max_chars: 500,
        optional: false,
    },
    Heading {
        name: "责任部门",
        max_chars: 1_000,
        optional: false,
    },
    Heading {
        name: "备注",
        max_chars: 500,
        optional: false,
    },
];

/// A line of the table as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexLine {
    /// Line in the file.
    pub line: u32,
    /// 序号.
    pub number: u32,
    /// The names of the column from the root down; not empty.
    pub path: Vec<String>,
    /// 更新要求.
    pub requirement: String,
    /// 责任部门.
    pub owners: String,
    /// 备注.
    pub remark: String,
}

/// Reads a CSV; lines with a problem are left out.
pub(super) fn read_csv(bytes: &[u8], problems: &mut Vec<FileProblem>) -> Vec<AnnexLine> {
    let table = read_table(bytes, &HEADINGS, problems);
    lines_of(table, true, problems)
}

/// Reads the table of a document or workbook, merged cells filled in: what stands above its head,
/// and the head repeated on each page, is passed over. 序号 and 备注 may be missing.
///
/// # Errors
/// Every problem with line and cell, as [`super::read_annex_with`].
pub fn read_document(rows: Vec<RawRow>) -> Result<Vec<AnnexLine>, Vec<FileProblem>> {
    let mut problems = Vec::new();
    let is_head = |cells: &[String]| {
        let holds = |name: &str| cells.iter().any(|cell| squeezed(cell) == name);
        holds("更新要求") && holds("责任部门")
    };
    let Some(first) = rows.iter().position(|(_, cells)| is_head(cells)) else {
        let message = "没有找到表头，表中应有“首页”“更新要求”“责任部门”等列";
        return Err(vec![FileProblem::of_file(message)]);
    };
    let head: Vec<String> = rows[first].1.iter().map(|cell| squeezed(cell)).collect();
    let width = head.iter().rposition(|cell| !cell.is_empty()).unwrap_or(0) + 1;
    let mut grid = vec![(rows[first].0, head[..width].to_vec())];
    for (line, mut cells) in rows.into_iter().skip(first + 1) {
        if !is_head(&cells) {
            let beyond = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
            if !beyond {
                cells.resize(width, String::new());
            }
            grid.push((line, cells));
        }
    }
    let mut headings = HEADINGS;
    for heading in &mut headings {
        heading.optional = matches!(heading.name, "序号" | "备注");
    }
    let numbered = grid[0].1.iter().any(|cell| cell == "序号");
    let table = read_grid(grid, &headings, &mut problems);
    let lines = lines_of(table, numbered, &mut problems);
    if problems.is_empty() {
        Ok(lines)
    } else {
        problems.sort_by_key(|problem| problem.line);
        Err(problems)
    }
}

/// A heading without the blanks that set it out.
fn squeezed(cell: &str) -> String {
    cell.chars().filter(|c| !c.is_whitespace()).collect()
}

fn lines_of(table: Vec<Row>, numbered: bool, problems: &mut Vec<FileProblem>) -> Vec<AnnexLine> {
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut paths: HashMap<Vec<String>, u32> = HashMap::new();
    let mut rows = Vec::with_capacity(table.len());
    for (order, Row { line, cells }) in (1..).zip(table) {
        let [
            number,
            first,
            second,
            third,
            fourth,
            requirement,
            owners,
            remark,
        ] = cells.as_slice()
        else {
            continue;
        };
        let number = if numbered {
            read_number(line, number, &mut numbers, problems)
        } else {
            Some(order)
        };
        let path = read_path(line, [first, second, third, fourth], problems);
        if let Some(path) = &path {
            match paths.get(path) {
                Some(before) => problems.push(FileProblem::at(
                    line,
                    LEVELS[path.len() - 1],
                    format!("栏目“{}”与第 {before} 行重复", path.join(" / ")),
                )),
                None => {
                    paths.insert(path.clone(), line);
                }
            }
        }
        if let (Some(number), Some(path)) = (number, path) {
            rows.push(AnnexLine {
                line,
                number,
                path,
                requirement: requirement.clone(),
                owners: owners.clone(),
                remark: remark.clone(),
            });
        }
    }
    rows
}

fn read_number(
    line: u32,
    cell: &str,
    numbers: &mut HashMap<u32, u32>,
    problems: &mut Vec<FileProblem>,
) -> Option<u32> {
    let number = Some(cell)
        .filter(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|cell| cell.parse::<u32>().ok())
        .filter(|number| (1..=1_000_000).contains(number));
    let Some(number) = number else {
        let message = format!("序号“{cell}”不是1至1000000的整数");
        problems.push(FileProblem::at(line, "序号", message));
        return None;
    };
    if let Some(before) = numbers.get(&number) {
        let message = format!("序号 {number} 与第 {before} 行重复");
        problems.push(FileProblem::at(line, "序号", message));
        return None;
    }
    numbers.insert(number, line);
    Some(number)
}

/// The names from the root down. A level may be empty only when all below it are.
fn read_path(
    line: u32,
    cells: [&String; 4],
    problems: &mut Vec<FileProblem>,
) -> Option<Vec<String>> {
    let before = problems.len();
    let depth = cells
        .iter()
        .rposition(|cell| !cell.is_empty())
        .map_or(0, |last| last + 1);
    if depth == 0 {
        problems.push(FileProblem::at(line, LEVELS[0], "栏目名称不能为空"));
    }
    for (level, cell) in LEVELS.iter().zip(&cells[..depth]) {
        if cell.is_empty() {
            let message = format!("下级栏目已填写，{level}不能为空");
            problems.push(FileProblem::at(line, level, message));
        } else if cell.contains(" / ") {
            let message = format!("{level}名称不能含有“ / ”，它用来分隔各级栏目");
            problems.push(FileProblem::at(line, level, message));
        }
    }
    (problems.len() == before).then(|| cells[..depth].iter().map(|cell| (*cell).clone()).collect())
}
