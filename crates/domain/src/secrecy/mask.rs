//! 脱敏: what stands there instead.

use std::ops::Range;

use super::reading::Reading;
use super::{Checker, Field, Finding, FindingKind, address, name_list};
use crate::article::markup::escaped;
use crate::article::{Content, MappedText, Source, mapped_text};

/// The content with everything masked that has this key: numbers with stars, terms in their right
/// form, links taken off their words. `None` where nothing with this key can be masked.
#[must_use]
pub fn mask(checker: &Checker, content: &Content, key: &str) -> Option<Content> {
    let findings = checker.check(content);
    let wanted: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.key() == key && replacement(finding).is_some())
        .collect();
    let field = wanted.first()?.field;
    let mut masked = content.clone();
    if field == Field::Body {
        masked.body = masked_body(&content.body, &wanted);
        return Some(masked);
    }
    let line = field.line(content)?;
    let raw: Vec<char> = line.chars().collect();
    let mut chars: Vec<Option<String>> = raw.iter().map(|c| Some(c.to_string())).collect();
    for (range, text) in wanted.iter().flat_map(|finding| spots(finding, &raw)) {
        put(&mut chars, range, &text);
    }
    let line: String = chars.into_iter().flatten().collect();
    match (field, &mut masked.source) {
        (Field::Title, _) => masked.title = line,
        (Field::DocumentNumber, _) => masked.document_number = line,
        (Field::SourceName, Source::Reprint { name, .. }) => *name = line,
        (Field::SourceName | Field::Body, _) => return None,
    }
    Some(masked)
}

/// What one click puts in place of a finding, in words for the button's hint: the masked form, the
/// right form, or for a link nothing but its words. `None` where only a person can mend it.
#[must_use]
pub fn replacement(finding: &Finding) -> Option<String> {
    match finding.kind {
        FindingKind::Term => finding.right.clone(),
        FindingKind::Link => Some(String::new()),
        kind => masked_text(kind, &finding.text),
    }
}

/// Some found words, masked.
pub(crate) fn masked_text(kind: FindingKind, text: &str) -> Option<String> {
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    Some(match kind {
        FindingKind::Identity => stars(text, |at| (6..digits.saturating_sub(4)).contains(&at)),
        FindingKind::Mobile => {
            let middle = digits.saturating_sub(8)..digits.saturating_sub(4);
            stars(text, |at| middle.contains(&at))
        }
        FindingKind::BankCard | FindingKind::Passport => stars(text, |at| at + 4 < digits),
        FindingKind::Telephone => stars(text, |at| at + 4 >= digits),
        FindingKind::Email => {
            let (local, domain) = text.split_once(['@', '＠'])?;
            let first: String = local.chars().take(1).collect();
            format!("{first}***@{domain}")
        }
        FindingKind::Address => address::masked(text),
        FindingKind::NameList => {
            let names: Vec<String> = text.split('、').map(name_list::masked).collect();
            names.join("、")
        }
        FindingKind::SecretMark
        | FindingKind::InternalMark
        | FindingKind::Link
        | FindingKind::Term => {
            return None;
        }
    })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ')
}

/// The text with those of its digits as stars that are asked for by their number.
fn stars(text: &str, is_hidden: impl Fn(usize) -> bool) -> String {
    let mut at = 0;
    text.chars()
        .map(|c| {
            if !is_digit(c) {
                return c;
            }
            at += 1;
            if is_hidden(at - 1) { '*' } else { c }
        })
        .collect()
}

/// What is put where for a finding, over the characters of its field.
fn spots(finding: &Finding, raw: &[char]) -> Vec<(Range<usize>, String)> {
    let range = finding.start as usize..finding.end as usize;
    if finding.kind != FindingKind::NameList {
        return replacement(finding)
            .map(|text| (range, text))
            .into_iter()
            .collect();
    }
    let reading = Reading::new(raw.to_vec());
    let lists = name_list::find(&reading).into_iter();
    let names = lists
        .filter(|list| list.range == range)
        .flat_map(|list| list.names);
    names
        .map(|name| (name.clone(), name_list::masked(&reading.text(name))))
        .collect()
}

/// Puts a text in place of some characters: one for one where it is as long, else at the first.
fn put(chars: &mut [Option<String>], range: Range<usize>, text: &str) {
    let same_length = text.chars().count() == range.len();
    let mut new = text.chars();
    for (at, place) in chars[range].iter_mut().enumerate() {
        *place = if same_length {
            new.next().map(String::from)
        } else {
            (at == 0).then(|| text.to_owned())
        };
    }
}

fn masked_body(html: &str, findings: &[&Finding]) -> String {
    let body = mapped_text(html);
    let raw: Vec<char> = body.letters.iter().map(|letter| letter.character).collect();
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for finding in findings {
        if finding.kind == FindingKind::Link {
            edits.extend(link_edits(&body, finding));
            continue;
        }
        for (range, text) in spots(finding, &raw) {
            let mut chars = vec![None; range.end];
            put(&mut chars, range.clone(), &text);
            for (letter, new) in body.letters[range.clone()].iter().zip(&chars[range]) {
                // The breaks that tags make are no text of the body.
                if letter.start < letter.end {
                    let new = new.as_deref().map(escaped).unwrap_or_default();
                    edits.push((letter.start, letter.end, new));
                }
            }
        }
    }
    edits.sort();
    edits.dedup_by_key(|(start, end, _)| (*start, *end));
    let mut masked = String::with_capacity(html.len());
    let mut from = 0;
    for (start, end, new) in edits {
        masked.push_str(&html[from..start]);
        masked.push_str(&new);
        from = end;
    }
    masked.push_str(&html[from..]);
    masked
}

/// The tags of a link are taken away.
fn link_edits(body: &MappedText, finding: &Finding) -> Vec<(usize, usize, String)> {
    let link = body
        .links
        .iter()
        .filter(|link| link.address == finding.text)
        .find(|link| (link.start, link.end) == (finding.start as usize, finding.end as usize));
    let tags = link
        .into_iter()
        .flat_map(|link| [Some(link.open), link.close]);
    tags.flatten()
        .map(|(start, end)| (start, end, String::new()))
        .collect()
}
