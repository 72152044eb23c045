//! The name of a file.

use crate::text::{TextProblem, clean_line};

/// Longest name of a file, in characters.
pub const NAME_MAX_CHARS: usize = 120;

/// The name as it is stored: without folders, and without the characters that a file name on
/// Windows cannot hold.
///
/// # Errors
/// As [`clean_line`].
pub fn clean_name(name: &str) -> Result<String, TextProblem> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let cleaned = clean_line(last, NAME_MAX_CHARS)?;
    Ok(cleaned
        .chars()
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
            c => c,
        })
        .collect())
}

/// What follows the last dot, in lower case; empty where there is none.
#[must_use]
pub fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_its_folders_and_what_no_system_allows() {
        assert_eq!(
            clean_name("C:\\稿件\\附件1.PDF").as_deref(),
            Ok("附件1.PDF")
        );
        assert_eq!(clean_name("../a?b.png").as_deref(), Ok("a_b.png"));
        assert!(clean_name("a\u{202E}fdp.exe").is_err());
        assert_eq!(extension("附件1.PDF"), "pdf");
        assert_eq!(extension(".pdf"), "");
        assert_eq!(extension("附件"), "");
    }
}
