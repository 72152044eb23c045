//! Whom a clause is about: 法规公文在…, 机构概况、领导信息…1年内更新. Names are read only where at
//! least one is a known part of an organisation's page.

use super::scan::{Letter, Scanner};
use super::shape::{Shape, read_managed, read_shape};

/// 工作动态: its days count from the activity, not from the last update.
pub(super) const WORK_NEWS: &str = "工作动态";

/// The parts of an organisation's page that Annex 2 names.
const PARTS: [&str; 12] = [
    "信息公开指南",
    "信息公开目录",
    "信息公开规定",
    "信息公开年报",
    "机构概况",
    "领导信息",
    "内设机构",
    "行政事业收费",
    "办事指南",
    "联系方式",
    "法规公文",
    WORK_NEWS,
];

/// The longest name, in characters, 重要 before it included.
const LONGEST_NAME: usize = 14;

/// A clause with the names that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadClause {
    /// Sub-columns; empty where the clause is about the column itself.
    pub names: Vec<String>,
    /// What it says; `None` for names alone, the next clause says it.
    pub shape: Option<Shape>,
    /// First byte of the words in the original: the names of a list are left out.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Reads a clause with or without names before it. `None` where it has no known shape.
pub(super) fn read_clause(letters: &[Letter]) -> Option<ReadClause> {
    let (first, last) = (letters.first()?, letters.last()?);
    let read = |names: Vec<String>, shape, start| ReadClause {
        names,
        shape,
        start,
        end: last.end,
    };
    let whole = Scanner::new(letters);
    if let Some(shape) = read_shape(whole).or_else(|| read_managed(whole)) {
        return Some(read(Vec::new(), Some(shape), first.start));
    }
    // What is said holds no 、, and a name has its bounds: few places to try, in any text. The
    // shortest names first: 法规公文在文件发布后…, not 法规公文在文件发布后3天内 | 及时更新.
    let listed = letters
        .iter()
        .rposition(|letter| letter.character == '、')
        .map_or(0, |mark| mark + 1);
    let last_start = letters.len().min(listed + LONGEST_NAME + 1);
    for at in listed + 1..last_start {
        let Some(shape) = read_shape(Scanner::new(&letters[at..])) else {
            continue;
        };
        if let Some(names) = read_names(&letters[..at]) {
            let start = if names.len() == 1 {
                first.start
            } else {
                letters[at].start
            };
            return Some(read(names, Some(shape), start));
        }
    }
    read_names(letters).map(|names| read(names, None, first.start))
}

fn read_names(letters: &[Letter]) -> Option<Vec<String>> {
    let names: Option<Vec<String>> = letters
        .split(|letter| letter.character == '、')
        .map(read_name)
        .collect();
    names.filter(|names| names.iter().any(|name| PARTS.contains(&name.as_str())))
}

/// A name of 2 to 12 Chinese characters without a negation; 重要工作动态 is 工作动态.
fn read_name(letters: &[Letter]) -> Option<String> {
    let name: String = letters.iter().map(|letter| letter.character).collect();
    let name = name.strip_prefix("重要").unwrap_or(&name);
    let is_name = (2..=12).contains(&name.chars().count())
        && name.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
        && !name.contains(['不', '无', '未', '除', '在', '内', '更']);
    (is_name || PARTS.contains(&name)).then(|| name.to_owned())
}
