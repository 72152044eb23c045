//! Reading an update requirement. An acceptance list of shapes, not a guess: what does not match
//! is reported.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::parameters::Parameters;

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

/// Reads a cell 更新要求.
///
/// # Errors
/// The part that matches no known shape.
pub fn read_requirement(
    text: &str,
    parameters: &Parameters,
) -> Result<ParsedRequirement, UnreadRequirement> {
    let _ = parameters;
    Err(UnreadRequirement { part: text.to_owned() })
}
