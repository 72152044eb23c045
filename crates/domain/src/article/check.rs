//! Cleaning and checking what was typed, before it becomes a revision.

use std::ops::RangeInclusive;

use chrono::{Datelike, Timelike};

use super::{Content, Source, references};
use crate::attachment::ALT_MAX_CHARS;
use crate::text::{
    ADDRESS_MAX_CHARS, FieldProblem, TextProblem, clean_block, clean_line, is_http_address,
};

/// Longest 标题, in characters.
pub const TITLE_MAX_CHARS: usize = 200;
/// Longest 文号, in characters.
pub const DOCUMENT_NUMBER_MAX_CHARS: usize = 100;
/// Longest name of an original publisher, in characters.
pub const SOURCE_NAME_MAX_CHARS: usize = 200;
/// Largest 正文, in bytes of UTF-8.
pub const BODY_MAX_BYTES: usize = 500_000;
/// Longest 理由 of an attribute, a return or a withdrawal, and longest opinion, in characters.
pub const REASON_MAX_CHARS: usize = 1_000;
/// Years in which the original of a reprint can have been published.
const SOURCE_YEARS: RangeInclusive<i32> = 1949..=2999;
/// Longest 法律依据, in characters.
pub const LEGAL_BASIS_MAX_CHARS: usize = 500;

impl Content {
    /// The content as it is stored: white space around the fields removed, line ends unified.
    /// Empty fields are fine, a draft may be unfinished; [`crate::review::decide`] asks for them
    /// at submission. Cleaning what is clean changes nothing, so the hash stays.
    ///
    /// # Errors
    /// Every field that is wrong, by its name in the request, in the order of the form.
    pub fn clean(&self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let cleaned = Self {
            title: keep(
                &mut problems,
                "title",
                "标题",
                clean_line(&self.title, TITLE_MAX_CHARS),
            ),
            document_number: keep(
                &mut problems,
                "document_number",
                "文号",
                clean_line(&self.document_number, DOCUMENT_NUMBER_MAX_CHARS),
            ),
            column_id: clean_column(&mut problems, self.column_id),
            source: clean_source(&mut problems, &self.source),
            body: clean_body(&mut problems, &self.body),
            attribute: self.attribute,
            attribute_reason: keep(
                &mut problems,
                "attribute_reason",
                "理由",
                clean_block(&self.attribute_reason, REASON_MAX_CHARS),
            ),
            legal_basis: keep(
                &mut problems,
                "legal_basis",
                "法律依据",
                clean_block(&self.legal_basis, LEGAL_BASIS_MAX_CHARS),
            ),
        };
        if problems.is_empty() {
            Ok(cleaned)
        } else {
            Err(problems)
        }
    }

    /// What is wrong with the fields, without cleaning; empty when all is well.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        self.clean().err().unwrap_or_default()
    }
}

fn keep(
    problems: &mut Vec<FieldProblem>,
    field: &str,
    label: &str,
    cleaned: Result<String, TextProblem>,
) -> String {
    cleaned.unwrap_or_else(|problem| {
        problems.push(FieldProblem::new(field, problem.message(label)));
        String::new()
    })
}

fn clean_column(problems: &mut Vec<FieldProblem>, column_id: i64) -> i64 {
    if column_id <= 0 {
        problems.push(FieldProblem::new("column_id", "请选择拟发布栏目"));
    }
    column_id
}

fn clean_source(problems: &mut Vec<FieldProblem>, source: &Source) -> Source {
    match source {
        Source::Original => Source::Original,
        Source::Reprint { name, url, at } => {
            let name = keep(
                problems,
                "source.name",
                "来源名称",
                clean_line(name, SOURCE_NAME_MAX_CHARS),
            );
            let url = keep(
                problems,
                "source.url",
                "原文地址",
                clean_line(url, ADDRESS_MAX_CHARS),
            );
            if !url.is_empty() && !is_http_address(&url) {
                problems.push(FieldProblem::new(
                    "source.url",
                    "原文地址不正确，请填写以 http:// 或 https:// 开头的完整地址",
                ));
            }
            if at.is_some_and(|at| !SOURCE_YEARS.contains(&at.year())) {
                problems.push(FieldProblem::new(
                    "source.at",
                    "原文发布时间不正确，请核对年份",
                ));
            }
            // Forms carry minutes, and so does the hash.
            let at = at.and_then(|at| at.with_second(0)?.with_nanosecond(0));
            Source::Reprint { name, url, at }
        }
    }
}

/// The limit is in bytes, since what it protects is storage and the request.
fn clean_body(problems: &mut Vec<FieldProblem>, body: &str) -> String {
    if body.len() > BODY_MAX_BYTES {
        problems.push(FieldProblem::new(
            "body",
            format!(
                "正文最多 {BODY_MAX_BYTES} 字节，现有 {} 字节，请精简",
                body.len()
            ),
        ));
        return String::new();
    }
    for picture in references(body) {
        let length = picture.alt.iter().flat_map(|alt| alt.chars()).count();
        if length > ALT_MAX_CHARS {
            let message = format!(
                "图片“{}”的替代文字最多 {ALT_MAX_CHARS} 字，现有 {length} 字，请精简",
                picture.name
            );
            problems.push(FieldProblem::new("body", message));
        }
    }
    keep(problems, "body", "正文", clean_block(body, usize::MAX))
}
