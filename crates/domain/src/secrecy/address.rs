//! 地址: a road, village or estate with a number below it. Whether somebody lives there or works
//! there the words do not say.

use std::ops::Range;

use super::reading::{Reading, is_han, is_space};

/// How far an address reaches to the left of its number, in characters.
const LEFT_MAX: usize = 24;
/// The places that have house numbers.
const ROADS: [&str; 7] = ["路", "街", "大道", "巷", "弄", "胡同", "街道"];
/// The places that have groups, buildings and units.
const PLACES: [&str; 9] = [
    "村",
    "社区",
    "小区",
    "苑",
    "花园",
    "公寓",
    "新城",
    "家属院",
    "宿舍",
];
/// What a number in an address counts, the longer words first.
const UNITS: [&str; 12] = [
    "号楼",
    "号院",
    "单元",
    "村民小组",
    "号",
    "栋",
    "幢",
    "座",
    "室",
    "组",
    "社",
    "楼",
];
/// What follows a number that is no house number: 3号线, 第2号令, 二组织.
const NOT_AFTER: [&str; 22] = [
    "线", "令", "文", "标", "隧", "桥", "机", "井", "坑", "台风", "洞", "公告", "通知", "织", "长",
    "建", "成", "合", "会", "区", "员", "点",
];
/// Where an address begins at the latest.
const BEGINS_AFTER: [char; 12] = [
    '在', '于', '住', '址', '到', '往', '从', '为', '是', '至', '由', '居',
];

/// All addresses, in order.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < reading.chars.len() {
        match address_at(reading, at) {
            Some((place_end, end)) => {
                let from = found.last().map_or(0, |last| last.end);
                found.push(left_end(reading, place_end, from)..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the place ends before the number that begins here, and where the address ends.
fn address_at(reading: &Reading, at: usize) -> Option<(usize, usize)> {
    let (mut end, first) = counted(reading, at)?;
    let place_end = at - usize::from(at > 0 && reading.at(at - 1).is_some_and(is_space));
    let ends = |words: &[&str]| words.iter().any(|word| reading.ends_with(place_end, word));
    let mut further = 0;
    while let Some((next, _)) = counted(reading, skip_joint(reading, end)) {
        further += 1;
        end = next;
    }
    let is_address = match first {
        "号" | "号院" => ends(&ROADS) || ends(&PLACES),
        "组" | "社" | "村民小组" => ends(&PLACES),
        "栋" | "幢" | "座" | "号楼" => ends(&ROADS) || ends(&PLACES) || further > 0,
        "单元" => ends(&PLACES) || further > 0,
        _ => ends(&PLACES) && further > 0,
    };
    // A room is often named by its number alone.
    let rest = number_end(reading, skip_joint(reading, end)).filter(|_| first != "组");
    is_address.then_some((place_end, rest.unwrap_or(end)))
}

/// A number and what it counts: where both end.
fn counted(reading: &Reading, at: usize) -> Option<(usize, &'static str)> {
    let number = number_end(reading, at)?;
    let unit = UNITS
        .into_iter()
        .find(|unit| reading.starts_with(number, unit))?;
    let end = number + unit.chars().count();
    let is_other = NOT_AFTER.iter().any(|word| reading.starts_with(end, word));
    (!is_other).then_some((end, unit))
}

/// Where the number ends that begins here: digits, perhaps with a letter, or Chinese numerals.
fn number_end(reading: &Reading, at: usize) -> Option<usize> {
    let first = reading.at(at)?;
    let before = at.checked_sub(1).and_then(|before| reading.at(before));
    let numeral = |c: char| "一二三四五六七八九十百零〇".contains(c);
    if numeral(first) && !before.is_some_and(numeral) {
        let length = (at..at + 4)
            .take_while(|i| reading.at(*i).is_some_and(numeral))
            .count();
        return Some(at + length);
    }
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !first.is_ascii_alphanumeric() || before.is_some_and(part) {
        return None;
    }
    let length = (at..at + 8)
        .take_while(|i| reading.at(*i).is_some_and(part))
        .count();
    let digits = reading.chars[at..at + length]
        .iter()
        .filter(|c| c.is_ascii_digit())
        .count();
    (digits > 0 && length - digits <= 2).then_some(at + length)
}

/// What may stand between two parts: a blank, 附, 第.
fn skip_joint(reading: &Reading, at: usize) -> usize {
    let joint = |c: char| is_space(c) || matches!(c, '附' | '第' | '-');
    at + (at..at + 2)
        .take_while(|i| reading.at(*i).is_some_and(joint))
        .count()
}

fn left_end(reading: &Reading, place_end: usize, from: usize) -> usize {
    let own = |c: char| (is_han(c) || c.is_ascii_alphanumeric()) && !BEGINS_AFTER.contains(&c);
    let length = reading.chars[from..place_end]
        .iter()
        .rev()
        .take(LEFT_MAX)
        .take_while(|c| own(**c))
        .count();
    place_end - length
}

/// The address without its numbers.
pub(super) fn masked(text: &str) -> String {
    let reading = Reading::new(text.chars().collect());
    let mut chars = reading.raw.clone();
    for (at, c) in reading.chars.iter().enumerate() {
        if c.is_ascii_digit() {
            chars[at] = '*';
        }
        let numeral_end = number_end(&reading, at).filter(|_| !c.is_ascii_alphanumeric());
        if let Some(end) = numeral_end
            && UNITS.iter().any(|unit| reading.starts_with(end, unit))
        {
            chars[at..end].fill('*');
        }
    }
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::Address;
    use super::super::check::found_texts;
    use super::masked;

    #[test]
    fn addresses_are_found() {
        for text in [
            "某某县东环北路98号",
            "某某镇新街12号附3号",
            "某某小区5栋2单元301室",
            "某某乡样本村3组",
            "某某乡样本村三组12号",
            "样本花园Ａ３幢１单元",
            "某某大道 16号",
        ] {
            assert_eq!(
                found_texts(Address, &format!("住在{text}。")),
                [text],
                "{text}"
            );
        }
        assert_eq!(
            found_texts(Address, "联系地址：五一路12号，邮编"),
            ["五一路12号"]
        );
        assert_eq!(found_texts(Address, "5栋2单元301"), ["5栋2单元301"]);
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "某府办发〔2022〕31号",
            "地铁1号线",
            "国务院令第711号",
            "公路3号隧道",
            "全村三组织建设",
            "道路施工12个月",
            "3个单元测试",
            "一号文件",
            "样本村共有3户",
            "2022年12月1日",
        ] {
            assert!(found_texts(Address, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn masking_takes_the_numbers_and_leaves_names() {
        assert_eq!(masked("五一路12号附3号"), "五一路**号附*号");
        assert_eq!(masked("样本村三组"), "样本村*组");
        assert_eq!(masked("样本小区５栋2单元301"), "样本小区*栋*单元***");
    }
}
