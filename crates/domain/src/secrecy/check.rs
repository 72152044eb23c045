//! The check of a content.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use super::term::TermFinder;
use super::{
    Finding, FindingKind, Terms, address, bank_card, email, identity, link, mobile, name_list,
    numbers, passport, secret_mark, telephone,
};
use crate::article::{Content, MappedText, Source, mapped_text};

/// The fields that are checked: those that go public as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Field {
    /// 标题.
    Title,
    /// 文号.
    DocumentNumber,
    /// 来源名称.
    SourceName,
    /// 正文.
    Body,
}

impl Field {
    /// The fields in order.
    pub const ALL: [Self; 4] = [
        Self::Title,
        Self::DocumentNumber,
        Self::SourceName,
        Self::Body,
    ];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::DocumentNumber => "document_number",
            Self::SourceName => "source_name",
            Self::Body => "body",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::DocumentNumber => "文号",
            Self::SourceName => "来源名称",
            Self::Body => "正文",
        }
    }

    /// What a field of one line says; `None` for the body and what is absent.
    pub(super) fn line(self, content: &Content) -> Option<&str> {
        match (self, &content.source) {
            (Self::Title, _) => Some(&content.title),
            (Self::DocumentNumber, _) => Some(&content.document_number),
            (Self::SourceName, Source::Reprint { name, .. }) => Some(name),
            (Self::SourceName, Source::Original) | (Self::Body, _) => None,
        }
    }
}

/// The check with the lists of a site. Making one costs more than a check: keep it.
#[derive(Clone, Debug)]
pub struct Checker {
    terms: TermFinder,
    domains: Vec<String>,
}

impl Checker {
    /// The check with these lists. Terms that [`super::Term::check`] refuses are left out.
    #[must_use]
    pub fn new(terms: &Terms) -> Self {
        Self {
            terms: TermFinder::new(&terms.terms),
            domains: terms.domains.clone(),
        }
    }

    /// All that is found, by field, place and kind. Takes time in proportion to the content.
    #[must_use]
    pub fn check(&self, content: &Content) -> Vec<Finding> {
        let mut found = Vec::new();
        for field in Field::ALL {
            if let Some(line) = field.line(content) {
                found.extend(self.check_text(field, &Reading::new(line.chars().collect())));
            }
        }
        found.extend(self.check_body(&mapped_text(&content.body)));
        found
    }

    pub(super) fn check_body(&self, body: &MappedText) -> Vec<Finding> {
        let raw = body.letters.iter().map(|letter| letter.character).collect();
        let mut found = self.check_text(Field::Body, &Reading::new(raw));
        for link in link::find(&body.links, &self.domains) {
            let range = link.start..link.end;
            found.push(finding(
                Field::Body,
                FindingKind::Link,
                &range,
                link.address.clone(),
            ));
        }
        found.sort_by_key(|finding| (finding.start, finding.kind, finding.end));
        found
    }

    fn check_text(&self, field: Field, reading: &Reading) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut add = |kind: FindingKind, ranges: Vec<Range<usize>>| {
            for range in ranges {
                found.push(finding(field, kind, &range, reading.text(range.clone())));
            }
        };
        add(FindingKind::SecretMark, secret_mark::find_secret(reading));
        add(
            FindingKind::InternalMark,
            secret_mark::find_internal(reading),
        );
        for (kind, range) in numbers_of_people(reading) {
            add(kind, vec![range]);
        }
        add(FindingKind::Email, email::find(reading));
        add(FindingKind::Address, address::find(reading));
        for list in name_list::find(reading) {
            let names: Vec<String> = list
                .names
                .into_iter()
                .map(|name| reading.text(name))
                .collect();
            found.push(finding(
                field,
                FindingKind::NameList,
                &list.range,
                names.join("、"),
            ));
        }
        for (range, term) in self.terms.find(reading) {
            found.push(Finding {
                right: term.right.clone(),
                note: term.note.clone(),
                ..finding(
                    field,
                    FindingKind::Term,
                    &range,
                    reading.text(range.clone()),
                )
            });
        }
        found.sort_by_key(|finding| (finding.start, finding.kind, finding.end));
        found
    }

    #[cfg(test)]
    pub(super) fn check_line(&self, text: &str) -> Vec<Finding> {
        self.check_text(Field::Title, &Reading::new(text.chars().collect()))
    }
}

/// Every number is one thing at most: what asks for more of it goes first.
fn numbers_of_people(reading: &Reading) -> Vec<(FindingKind, Range<usize>)> {
    let groups = numbers::groups(reading);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let rest = &groups[at..];
        let number = numbers::numbers(reading, rest)
            .into_iter()
            .find_map(|number| {
                let from = number.start;
                let as_kind = |kind, end: Option<usize>| end.map(|end| (kind, from..end));
                as_kind(FindingKind::Identity, identity::find(reading, &number))
                    .or_else(|| as_kind(FindingKind::BankCard, bank_card::find(reading, &number)))
                    .or_else(|| {
                        let place = mobile::find(reading, &number);
                        place.map(|(start, end)| (FindingKind::Mobile, start..end))
                    })
                    .map(|found| (found, number.groups))
            });
        let number = number
            .or_else(|| {
                let (range, taken) = telephone::find(reading, rest)?;
                Some(((FindingKind::Telephone, range), taken))
            })
            .or_else(|| {
                let range = passport::find(reading, rest.first()?)?;
                Some(((FindingKind::Passport, range), 1))
            });
        at += match number {
            Some((number, taken)) => {
                found.push(number);
                taken
            }
            None => 1,
        };
    }
    found
}

fn finding(field: Field, kind: FindingKind, range: &Range<usize>, text: String) -> Finding {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Finding {
        kind,
        field,
        start: place(range.start),
        end: place(range.end),
        text,
        right: None,
        note: String::new(),
    }
}

/// What of this kind is found in a line, by its words.
#[cfg(test)]
pub(super) fn found_texts(kind: FindingKind, text: &str) -> Vec<String> {
    let findings = Checker::new(&Terms::default()).check_line(text);
    let of_kind = findings.into_iter().filter(|finding| finding.kind == kind);
    of_kind.map(|finding| finding.text).collect()
}
