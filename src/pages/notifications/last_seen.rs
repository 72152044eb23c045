//! When the person last looked at the page in this browser, and what was the newest then.

use chrono::{DateTime, FixedOffset};

use crate::date::browser_now;
use crate::storage::{keep, kept, key_of};

const STORED: &str = "lanmu.news";

/// A look at the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The newest that was shown.
    pub id: i64,
    /// When, by the browser's clock.
    pub at: DateTime<FixedOffset>,
}

/// The last look of the person.
#[must_use]
pub fn last_seen(person_id: i64) -> Option<Seen> {
    read(&kept(&key_of(STORED, person_id))?)
}

/// The person looks now.
pub fn saw(person_id: i64, newest: i64) {
    let text = format!("{newest} {}", browser_now().to_rfc3339());
    keep(&key_of(STORED, person_id), &text);
}

fn read(text: &str) -> Option<Seen> {
    let (id, at) = text.split_once(' ')?;
    Some(Seen {
        id: id.parse().ok()?,
        at: DateTime::parse_from_rfc3339(at).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::read;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_kept_is_read_again_and_nothing_else() {
        let seen = read("7 2026-11-23T10:05:00+08:00").expect("a look");
        assert_eq!(seen.id, 7);
        assert_eq!(seen.at.to_rfc3339(), "2026-11-23T10:05:00+08:00");
        for text in ["", "7", "x 2026-11-23T10:05:00+08:00", "7 gestern"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
