//! 密级标志 and marks of internal papers, and not the words of daily life that look like them.

use std::ops::Range;

use super::reading::{Reading, is_space};

/// How far apart the two characters of a mark may stand: 机　密.
const GAP_MAX: usize = 2;
/// What stands on papers that are not for the public.
const INTERNAL: [&str; 14] = [
    "内部资料",
    "内部文件",
    "内部材料",
    "内部刊物",
    "内部使用",
    "内部参考",
    "仅供内部",
    "不得公开",
    "不宜公开",
    "不得外传",
    "请勿外传",
    "严禁外传",
    "注意保存",
    "工作秘密",
];
/// What stands before 工作秘密 and 不得公开 in sentences about them.
const IN_SENTENCES: [&str; 12] = [
    "泄露",
    "保守",
    "保护",
    "涉及",
    "属于",
    "国家秘密、",
    "国家秘密和",
    "国家秘密或",
    "依法",
    "规定",
    "知悉的",
    "哪些",
];

/// The marks of secrecy, in order.
pub(super) fn find_secret(reading: &Reading) -> Vec<Range<usize>> {
    let chars = &reading.chars;
    let mut found = Vec::new();
    for start in (0..chars.len()).filter(|at| matches!(chars[*at], '绝' | '机' | '秘')) {
        let second = skip_spaces(reading, start + 1);
        if reading.at(second) == Some('密') {
            found.extend(mark_end(reading, start, second + 1).map(|end| start..end));
        }
    }
    found
}

fn mark_end(reading: &Reading, start: usize, end: usize) -> Option<usize> {
    let next = skip_spaces(reading, end);
    if matches!(reading.at(next), Some('★' | '☆' | '*')) {
        return Some(term_end(reading, next + 1).unwrap_or(next + 1));
    }
    let before = start.checked_sub(1).and_then(|at| reading.at(at));
    let begins_line = matches!(before, None | Some('\n' | '\t'));
    if !before.is_some_and(super::reading::is_han)
        && let Some(end) = term_end(reading, next)
    {
        return Some(end);
    }
    let after = reading.at(end);
    let in_brackets = matches!(
        (before, after),
        (Some('('), Some(')'))
            | (Some('['), Some(']'))
            | (Some('【'), Some('】'))
            | (Some('〔'), Some('〕'))
    );
    let alone = begins_line && after.is_none_or(char::is_whitespace);
    let label_end = reading.chars[..start]
        .iter()
        .rposition(|c| !(is_space(*c) || matches!(c, ':' | '为')))
        .map_or(0, |at| at + 1);
    (in_brackets || alone || reading.ends_with(label_end, "密级")).then_some(end)
}

/// Where the term ends that stands here: 10年, 6个月, 长期.
fn term_end(reading: &Reading, at: usize) -> Option<usize> {
    let at = skip_spaces(reading, at);
    if reading.starts_with(at, "长期") {
        return Some(at + 2);
    }
    let digits = (at..at + 3)
        .take_while(|index| reading.at(*index).is_some_and(|c| c.is_ascii_digit()))
        .count();
    let unit = skip_spaces(reading, at + digits);
    let length = ["年", "个月", "月", "天"]
        .into_iter()
        .find(|word| reading.starts_with(unit, word))?
        .chars()
        .count();
    (digits > 0).then_some(unit + length)
}

fn skip_spaces(reading: &Reading, at: usize) -> usize {
    let spaces = (at..at + GAP_MAX)
        .take_while(|index| reading.at(*index).is_some_and(is_space))
        .count();
    at + spaces
}

/// The marks of internal papers, in order.
pub(super) fn find_internal(reading: &Reading) -> Vec<Range<usize>> {
    let chars = &reading.chars;
    let mut found = Vec::new();
    for at in (0..chars.len())
        .filter(|at| matches!(chars[*at], '内' | '仅' | '不' | '请' | '严' | '注' | '工'))
    {
        let Some(word) = INTERNAL.iter().find(|word| reading.starts_with(at, word)) else {
            continue;
        };
        let may_be_sentence = matches!(*word, "工作秘密" | "不得公开" | "不宜公开");
        let in_sentence = IN_SENTENCES
            .iter()
            .any(|before| reading.ends_with(at, before));
        if !(may_be_sentence && in_sentence) {
            found.push(at..at + word.chars().count());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::FindingKind::{InternalMark, SecretMark};
    use super::super::check::found_texts;

    #[test]
    fn marks_of_secrecy_are_found() {
        for (text, mark) in [
            ("秘密★10年\n关于某事的通知", "秘密★10年"),
            ("密级：机密★", "机密★"),
            ("绝密 ★ 长期", "绝密 ★ 长期"),
            ("机　密\n正文", "机　密"),
            ("机密 特急", "机密"),
            ("秘密６个月", "秘密６个月"),
            ("关于某事的通知（秘密）", "秘密"),
            ("本件密级为秘密，", "秘密"),
            ("【绝密】", "绝密"),
        ] {
            assert_eq!(found_texts(SecretMark, text), [mark], "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_not_marks() {
        for text in [
            "采用秘密投票方式",
            "机密性、完整性和可用性",
            "保守国家秘密是公民的义务",
            "商业秘密，个人隐私",
            "“绝密”档案展",
            "秘密投票\n计票",
            "国家秘密10年来",
            "机械密封",
        ] {
            assert!(found_texts(SecretMark, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn marks_of_internal_papers_are_found_outside_sentences_about_them() {
        assert_eq!(
            found_texts(InternalMark, "内部资料　注意保存\n工作秘密\n（不得公开）"),
            ["内部资料", "注意保存", "工作秘密", "不得公开"]
        );
        for text in [
            "不得泄露工作秘密",
            "依法不得公开的信息",
            "内部管理规定",
            "工作保密",
        ] {
            assert!(found_texts(InternalMark, text).is_empty(), "{text}");
        }
    }
}
