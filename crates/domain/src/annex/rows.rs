//! The rows of the table: numbers, paths, texts; what contradicts itself is reported.

use std::collections::HashMap;

use super::FileProblem;
use super::table::{Heading, Row, read_table};

/// Headings of the levels of the column tree, from the root down.
const LEVELS: [&str; 4] = ["首页", "一级栏目", "二级栏目", "三级栏目"];

const HEADINGS: [Heading; 8] = [
    Heading {
        name: "序号",
        max_chars: 10,
    },
    Heading {
        name: LEVELS[0],
        max_chars: 60,
    },
    Heading {
        name: LEVELS[1],
        max_chars: 60,
    },
    Heading {
        name: LEVELS[2],
        max_chars: 60,
    },
    Heading {
        name: LEVELS[3],
        max_chars: 60,
    },
    Heading {
        name: "更新要求",
        max_chars: 500,
    },
    Heading {
        name: "责任部门",
        max_chars: 1_000,
    },
    Heading {
        name: "备注",
        max_chars: 500,
    },
];

/// A row of the table.
#[derive(Clone, Debug)]
pub(super) struct AnnexRow {
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

/// Reads the rows; those with a problem are left out.
pub(super) fn read_rows(bytes: &[u8], problems: &mut Vec<FileProblem>) -> Vec<AnnexRow> {
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut paths: HashMap<Vec<String>, u32> = HashMap::new();
    let table = read_table(bytes, &HEADINGS, problems);
    let mut rows = Vec::with_capacity(table.len());
    for Row { line, cells } in table {
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
        let number = read_number(line, number, &mut numbers, problems);
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
            rows.push(AnnexRow {
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
