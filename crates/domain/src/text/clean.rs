//! Cleaning of lines and blocks. What is invisible and harmless is removed, what is invisible and
//! harmful is refused, what is visible is never changed.

use serde::{Deserialize, Serialize};

/// A field that is wrong, with words for the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Name of the field as in the request, e.g. `title` or `source.url`.
    pub field: String,
    /// What is wrong and how to mend it, in Chinese.
    pub message: String,
}

impl FieldProblem {
    /// A problem of this field.
    #[must_use]
    pub fn new(field: &str, message: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            message: message.into(),
        }
    }
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// A control character, a line break where only one line is allowed, or a character that
    /// reverses the reading direction (it makes a text look like another one).
    Forbidden {
        /// The character.
        character: char,
        /// Its place in the text as it came, from 1, in characters.
        position: usize,
    },
    /// Longer than allowed, in characters (Unicode scalar values), counted after cleaning.
    TooLong {
        /// The most that is allowed.
        max: usize,
        /// How many there are.
        length: usize,
    },
}

impl TextProblem {
    /// What is wrong and how to mend it; `label` is the Chinese name of the field, e.g. 标题.
    #[must_use]
    pub fn message(self, label: &str) -> String {
        match self {
            Self::Forbidden {
                character: '\n' | '\r' | '\u{2028}' | '\u{2029}',
                position,
            } => {
                format!("{label}只能写一行，第 {position} 个字符是换行，请删除")
            }
            Self::Forbidden {
                character,
                position,
            } => format!(
                "{label}第 {position} 个字符是不可见的控制字符（U+{:04X}），请删除",
                u32::from(character)
            ),
            Self::TooLong { max, length } => {
                format!("{label}最多 {max} 字，现有 {length} 字，请精简")
            }
        }
    }
}

/// Cleans a text of one line: white space around it (the full-width space U+3000 and the
/// no-break space included) goes, so do zero-width spaces and byte order marks anywhere; a tab
/// becomes a space. Full-width letters and punctuation stay as they were typed.
///
/// # Errors
/// The first character that is not allowed, else a length over `max_chars` characters.
pub fn clean_line(text: &str, max_chars: usize) -> Result<String, TextProblem> {
    let trimmed = text.trim_matches(is_ignorable);
    let skipped = text.len() - text.trim_start_matches(is_ignorable).len();
    let before = text[..skipped.min(text.len())].chars().count();
    let mut cleaned = String::with_capacity(trimmed.len());
    for (index, character) in trimmed.chars().enumerate() {
        match character {
            '\t' => cleaned.push(' '),
            c if is_zero_width_noise(c) => {}
            c if is_forbidden(c) || is_line_break(c) => {
                return Err(TextProblem::Forbidden {
                    character: c,
                    position: before + index + 1,
                });
            }
            c => cleaned.push(c),
        }
    }
    within(cleaned, max_chars)
}

/// Cleans a text of several lines: line ends become `\n`, empty lines before and white space
/// after the text go, so do zero-width spaces and byte order marks. The indentation of the first
/// paragraph (　　) stays.
///
/// # Errors
/// The first character that is not allowed, else a length over `max_chars` characters.
pub fn clean_block(text: &str, max_chars: usize) -> Result<String, TextProblem> {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().enumerate().peekable();
    while let Some((index, character)) = characters.next() {
        match character {
            '\r' => {
                if characters.peek().is_none_or(|(_, next)| *next != '\n') {
                    cleaned.push('\n');
                }
            }
            c if is_line_break(c) => cleaned.push('\n'),
            '\t' => cleaned.push('\t'),
            c if is_zero_width_noise(c) => {}
            c if is_forbidden(c) => {
                return Err(TextProblem::Forbidden {
                    character: c,
                    position: index + 1,
                });
            }
            c => cleaned.push(c),
        }
    }
    let end = cleaned.trim_end().len();
    let first = cleaned[..end]
        .find(|c: char| !c.is_whitespace())
        .unwrap_or(end);
    let start = cleaned[..first].rfind('\n').map_or(0, |at| at + 1);
    within(cleaned[start..end].to_owned(), max_chars)
}

/// Whether there is nothing to read in the text: only white space and invisible characters.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        is_ignorable(c)
            || c.is_control()
            || matches!(
                c,
                '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2800}' | '\u{3164}'
            )
    })
}

fn within(text: String, max: usize) -> Result<String, TextProblem> {
    let length = text.chars().count();
    if length > max {
        Err(TextProblem::TooLong { max, length })
    } else {
        Ok(text)
    }
}

fn is_ignorable(c: char) -> bool {
    c.is_whitespace() || is_zero_width_noise(c)
}

/// Comes along when text is pasted from chat programs and old editors; means nothing.
fn is_zero_width_noise(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Control characters, direction overrides, and what no XML document (an export) can hold.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_the_white_space_around_it_and_keeps_what_is_visible() {
        assert_eq!(
            clean_line("　 关于２０２２年（试行）\u{200B}的通知\u{A0}\r\n", 50).as_deref(),
            Ok("关于２０２２年（试行）的通知")
        );
        assert_eq!(clean_line("a\tb", 50).as_deref(), Ok("a b"));
        assert_eq!(clean_line(" 　", 50).as_deref(), Ok(""));
    }

    #[test]
    fn a_forbidden_character_is_named_with_its_place_in_what_was_typed() {
        let problem = clean_line("　标题\u{7}", 50).expect_err("a bell");
        assert_eq!(
            problem,
            TextProblem::Forbidden {
                character: '\u{7}',
                position: 4
            }
        );
        assert_eq!(
            problem.message("标题"),
            "标题第 4 个字符是不可见的控制字符（U+0007），请删除"
        );
        assert!(
            clean_line("通知\u{202E}txt", 50).is_err(),
            "direction override"
        );
        assert!(clean_line("a\nb", 50).is_err_and(|p| p.message("标题").contains("只能写一行")));
        assert!(clean_block("a\0b", 50).is_err());
    }

    #[test]
    fn length_is_counted_in_characters_after_cleaning() {
        assert!(clean_line(&format!(" {} ", "标".repeat(200)), 200).is_ok());
        assert_eq!(
            clean_line(&"标".repeat(201), 200),
            Err(TextProblem::TooLong {
                max: 200,
                length: 201
            })
        );
    }

    #[test]
    fn a_block_keeps_its_paragraphs_and_the_first_indentation() {
        assert_eq!(
            clean_block("\r\n\r\n　　甲\r\n\t乙\r丙 \n\n", 50).as_deref(),
            Ok("　　甲\n\t乙\n丙")
        );
        assert_eq!(clean_block(" \n　\n", 50).as_deref(), Ok(""));
    }

    #[test]
    fn invisible_is_blank() {
        assert!(is_blank("") && is_blank(" 　\u{A0}\u{200B}\u{200D}\u{FEFF}\n"));
        assert!(!is_blank("。"));
    }
}
