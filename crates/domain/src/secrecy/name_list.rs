//! 名单: three or more rows in a row, each with a name and something about that person.

use std::ops::Range;

use super::reading::Reading;
use super::surname::{is_name, may_be_name};

/// From how many rows on it is a list.
const ROWS: usize = 3;
/// What heads a column of names.
const HEADS: [&str; 6] = ["姓名", "户主", "申请人", "负责人姓名", "户主姓名", "持证人"];

/// A list: where it stands, and the names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameList {
    pub range: Range<usize>,
    pub names: Vec<Range<usize>>,
}

/// All lists, in order.
pub(super) fn find(reading: &Reading) -> Vec<NameList> {
    let mut found = Vec::new();
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut last_end = 0;
    let mut head = None;
    for line in reading.lines() {
        let cells = cells(reading, &line);
        let named = cells.iter().position(|cell| {
            let text: String = reading.chars[cell.clone()]
                .iter()
                .filter(|c| !c.is_whitespace())
                .collect();
            HEADS.contains(&text.as_str())
        });
        if named.is_some() {
            close(&mut found, &mut names, last_end);
            head = named;
            continue;
        }
        match name_of_row(reading, &cells, head) {
            Some(name) => {
                names.push(name);
                last_end = line.end;
            }
            None => {
                close(&mut found, &mut names, last_end);
                // A head counts for the table below it.
                if cells.len() < 2 {
                    head = None;
                }
            }
        }
    }
    close(&mut found, &mut names, last_end);
    found
}

fn close(found: &mut Vec<NameList>, names: &mut Vec<Range<usize>>, end: usize) {
    let names = std::mem::take(names);
    if names.len() >= ROWS {
        let range = names[0].start..end;
        found.push(NameList { range, names });
    }
}

/// The cells of a line: by tabs in tables, by blanks and marks elsewhere; blanks around left out.
fn cells(reading: &Reading, line: &Range<usize>) -> Vec<Range<usize>> {
    let chars = &reading.chars[line.clone()];
    let is_table = chars.contains(&'\t');
    let parts = chars.split(|c| match c {
        '\t' => true,
        ',' | '、' | ';' | ':' | '|' | '(' | ')' | '。' => !is_table,
        c => !is_table && c.is_whitespace(),
    });
    let mut from = line.start;
    let mut found = Vec::new();
    for part in parts {
        let blank = part.iter().take_while(|c| c.is_whitespace()).count();
        let length = part
            .iter()
            .rposition(|c| !c.is_whitespace())
            .map_or(0, |at| at + 1);
        if length > blank {
            found.push(from + blank..from + length);
        } else if is_table {
            found.push(from..from);
        }
        from += part.len() + 1;
    }
    found
}

/// The name of a row that holds something about that person too.
fn name_of_row(
    reading: &Reading,
    cells: &[Range<usize>],
    head: Option<usize>,
) -> Option<Range<usize>> {
    let by_head = head
        .and_then(|column| cells.get(column))
        .filter(|cell| may_be_name(&reading.chars[(*cell).clone()]));
    let at = |cell: &&Range<usize>| is_name(&reading.chars[(*cell).clone()]);
    let name = match by_head {
        Some(cell) => cell,
        None => cells.iter().find(at)?,
    };
    let about = cells
        .iter()
        .filter(|cell| *cell != name)
        .any(|cell| is_personal(&reading.chars[cell.clone()], by_head.is_some()));
    about.then(|| name.clone())
}

/// A number of a person or an account, a date, an amount.
fn is_personal(cell: &[char], amounts_are_bare: bool) -> bool {
    let text: String = cell.iter().filter(|c| !c.is_whitespace()).collect();
    let number: String = text.chars().filter(|c| *c != '-').collect();
    let digits = number.trim_end_matches(['X', 'x']);
    if digits.bytes().all(|b| b.is_ascii_digit()) && matches!(number.len(), 11 | 15..=19) {
        return true;
    }
    is_date(&text) || is_amount(&text, amounts_are_bare)
}

fn is_date(text: &str) -> bool {
    let mut parts = text
        .split(['-', '.', '/', '年', '月', '日'])
        .filter(|part| !part.is_empty());
    let year = parts.next().is_some_and(|year| {
        year.len() == 4 && (year.starts_with("19") || year.starts_with("20")) && is_digits(year)
    });
    let month = parts
        .next()
        .is_some_and(|month| month.len() <= 2 && is_digits(month));
    year && month && parts.all(is_digits)
}

fn is_amount(text: &str, is_bare: bool) -> bool {
    let (number, has_unit) = match text.strip_suffix('元') {
        Some(before) => (before.trim_end_matches('万'), true),
        None => (text, false),
    };
    let number = number.trim_start_matches('¥');
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && number
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        && (has_unit || (is_bare && digits >= 3))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A name as lists for the public write it: 张*, 欧**.
pub(super) fn masked(name: &str) -> String {
    let first = name.chars().take(1);
    let rest = name.chars().skip(1).map(|_| '*');
    first.chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::NameList;
    use super::super::check::found_texts;

    #[test]
    fn three_rows_with_names_and_data_are_a_list() {
        for text in [
            "张样本\t13800138000\n李样本\t13800138001\n王样本\t13800138002",
            "1\t张样本\t女\t1990-03-07\n2\t李样本\t男\t1990年3月\n3\t王样本\t女\t1990.3.7",
            "张样本 500元\n李样本 1,200.50元\n王样本 0.5万元",
            "张样本：13800138000\n李样本：13800138001\n王样本：13800138002",
            "序号\t姓名\t补助\n1\t张样本\t500\n2\t李样本\t600.00\n3\t王样本\t700",
        ] {
            assert_eq!(
                found_texts(NameList, text),
                ["张样本、李样本、王样本"],
                "{text}"
            );
        }
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "张样本\t13800138000\n李样本\t13800138001",
            "张样本\t13800138000\n\n李样本\t13800138001\n单位\t1元\n王样本\t13800138002",
            "张样本\t科员\n李样本\t科员\n王样本\t科员",
            "张*\t500元\n李**\t600元\n王*\t700元",
            "安全\t500元\n管理\t600元\n水利\t700元",
            "高山村\t500元\n安宁镇\t600元\n石材厂\t700元",
            "张样本、李样本、王样本",
        ] {
            assert!(found_texts(NameList, text).is_empty(), "{text}");
        }
    }
}
