//! Reading an update requirement. An acceptance list of shapes, not a guess: what does not match
//! is reported.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::combine::combine;
use super::scan::{BREAK, fold};
use super::subject::{ReadClause, read_clause};
use crate::parameters::{Figure, Parameters};

/// The longest requirement that is read, in characters. The longest of Annex 2 has 110.
const MAX_CHARS: usize = 1_000;

/// A part of a composite requirement that makes a sub-column of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubColumn {
    /// Its name, e.g. 机构概况.
    pub name: String,
    /// Its rules with the words they were read from.
    pub rules: Vec<ReadRule>,
}

/// A rule and the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRule {
    /// What is asked for.
    pub rule: Rule,
    /// The words.
    pub source_text: String,
    /// Where words and parameters differ: what was set aside and why.
    pub conflict: Option<String>,
    /// The figure from which the days are taken.
    pub figure: Option<Figure>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParsedRequirement {
    /// Rules for the column itself. Empty for an empty cell.
    Rules(Vec<ReadRule>),
    /// Rules for sub-columns.
    Composite(Vec<SubColumn>),
}

/// A cell that could not be read: the part that stopped it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRequirement {
    /// The words that match no known shape.
    pub part: String,
}

/// Reads a cell 更新要求: clauses divided by commas, semicolons, full stops and brackets, each of
/// a known shape, with Chinese or Arabic numbers. 无 and dashes count as empty.
///
/// A cell that gives rules for two or more named parts of a page is composite; clauses belong to
/// the names before them.
///
/// # Errors
/// The part that matches no known shape, the first if there are several.
pub fn read_requirement(
    text: &str,
    parameters: &Parameters,
) -> Result<ParsedRequirement, UnreadRequirement> {
    let letters = fold(text);
    let unread = |(start, end): (usize, usize)| UnreadRequirement {
        part: text[start..end].trim().chars().take(MAX_CHARS).collect(),
    };
    if letters.len() > MAX_CHARS {
        return Err(unread((0, text.len())));
    }
    let mut groups: Vec<(Vec<String>, Vec<ReadClause>)> = Vec::new();
    let clauses = letters.split(|letter| letter.character == BREAK);
    for clause in clauses.filter(|clause| clause.iter().any(|l| !is_dash(l.character))) {
        let read = read_clause(clause).ok_or_else(|| {
            unread((
                clause.first().map_or(0, |l| l.start),
                clause.last().map_or(0, |l| l.end),
            ))
        })?;
        match groups.last_mut() {
            Some((_, held)) if read.names.is_empty() => held.push(read),
            _ => groups.push((read.names.clone(), vec![read])),
        }
    }
    let is_composite = groups.iter().map(|(names, _)| names.len()).sum::<usize>() > 1;
    if !is_composite && groups.len() <= 1 {
        let Some((names, clauses)) = groups.first() else {
            return Ok(ParsedRequirement::Rules(Vec::new()));
        };
        let subject = names.first().map(String::as_str);
        let rules = combine(text, subject, clauses, parameters).map_err(unread)?;
        return if rules.is_empty() {
            Err(unread((0, text.len())))
        } else {
            Ok(ParsedRequirement::Rules(rules))
        };
    }
    sub_columns(text, &groups, parameters)
        .map(ParsedRequirement::Composite)
        .map_err(unread)
}

fn sub_columns(
    text: &str,
    groups: &[(Vec<String>, Vec<ReadClause>)],
    parameters: &Parameters,
) -> Result<Vec<SubColumn>, (usize, usize)> {
    let mut columns: Vec<SubColumn> = Vec::new();
    for (names, clauses) in groups {
        let place = (
            clauses.first().map_or(0, |clause| clause.start),
            clauses.last().map_or(0, |clause| clause.end),
        );
        // Rules for the page as a whole beside those for its parts: nobody could say which hold.
        if names.is_empty() {
            return Err(place);
        }
        for name in names {
            let rules = combine(text, Some(name), clauses, parameters)?;
            if rules.is_empty() || columns.iter().any(|column| column.name == *name) {
                return Err(place);
            }
            columns.push(SubColumn {
                name: name.clone(),
                rules,
            });
        }
    }
    Ok(columns)
}

/// 无, - and / stand for an empty cell.
fn is_dash(character: char) -> bool {
    matches!(character, '无' | '-' | '—' | '–' | '/')
}
