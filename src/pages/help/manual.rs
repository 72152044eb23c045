//! The manual, as `build.rs` reads it from `docs/使用手册.md`.

/// A chapter.
#[derive(Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its heading: a kind of person, or 共同事项.
    pub title: &'static str,
    /// The headings of its sections, which are their ids.
    pub sections: &'static [&'static str],
    /// Its text below the heading.
    pub html: &'static str,
}

/// All of them, in order.
pub static CHAPTERS: &[Chapter] = include!(concat!(env!("OUT_DIR"), "/manual.rs"));

/// The chapter with this heading, or with a section of this heading.
#[must_use]
pub fn chapter_of(heading: &str) -> Option<&'static Chapter> {
    CHAPTERS
        .iter()
        .find(|chapter| chapter.title == heading || chapter.sections.contains(&heading))
}
