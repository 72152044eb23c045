//! Names of files and sheets from a title.

use super::Table;

/// Where a title leaves nothing to name by.
const NAMELESS: &str = "导出";
/// What Excel allows, in UTF-16 units.
const SHEET_LENGTH: usize = 31;
/// In characters; with the ending far below the 255 that file systems allow.
const FILE_LENGTH: usize = 60;

impl Table {
    /// The name of the sheet: what Excel refuses is replaced, and cut to 31.
    pub(super) fn sheet_name(&self) -> String {
        let clean = replaced(&self.title, &['[', ']', ':', '*', '?', '/', '\\', '\'']);
        let name = cut(clean.trim(), SHEET_LENGTH).trim_end();
        // Excel keeps this name for itself.
        if name.is_empty() || name.eq_ignore_ascii_case("history") {
            NAMELESS.to_owned()
        } else {
            name.to_owned()
        }
    }

    /// The name of the file without its ending: what Windows refuses is replaced.
    pub(super) fn file_stem(&self) -> String {
        let clean = replaced(
            &self.title,
            &['\\', '/', ':', '*', '?', '"', '<', '>', '|', '%'],
        );
        let short: String = clean.chars().take(FILE_LENGTH).collect();
        let name = short.trim_matches(|c: char| c == '.' || c.is_whitespace());
        if name.is_empty() { NAMELESS } else { name }.to_owned()
    }
}

fn replaced(title: &str, refused: &[char]) -> String {
    let clean = |c: char| {
        if c.is_control() || refused.contains(&c) {
            '-'
        } else {
            c
        }
    };
    title.chars().map(clean).collect()
}

/// The longest beginning of a text with at most so many UTF-16 units.
pub(super) fn cut(text: &str, length: usize) -> &str {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > length {
            return &text[..at];
        }
    }
    text
}
