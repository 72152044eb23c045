//! `lanmu-20261129-153000.sqlite`: when a backup was begun, and of which database it is.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Timelike as _};

use crate::clock::shanghai;

const START: &str = "lanmu-";
const STAMP: &str = "%Y%m%d-%H%M%S";
const STAMP_LENGTH: usize = 15;

/// The name of a backup's file. Nothing else in the folder is one, and none leads elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupName {
    at: NaiveDateTime,
    kind: Kind,
}

/// Of which database a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A SQLite database as it is opened.
    Sqlite,
    /// An archive of `pg_dump --format=custom`.
    Postgres,
}

impl Kind {
    const fn ending(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "dump",
        }
    }
}

impl BackupName {
    /// The name of a backup begun at this time, to the second, in Asia/Shanghai.
    #[must_use]
    pub fn new(at: DateTime<FixedOffset>, kind: Kind) -> Self {
        let at = at.with_timezone(&shanghai()).naive_local();
        let at = at.with_nanosecond(0).unwrap_or(at);
        Self { at, kind }
    }

    /// The name of a file, if it is exactly as a backup is named.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (stamp, ending) = text.strip_prefix(START)?.split_once('.')?;
        let kind = [Kind::Sqlite, Kind::Postgres]
            .into_iter()
            .find(|kind| kind.ending() == ending)?;
        // The format alone would take fewer digits too.
        if stamp.len() != STAMP_LENGTH {
            return None;
        }
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        let name = Self { at, kind };
        // A leap second would be read too.
        (at.nanosecond() == 0 && name.to_string() == text).then_some(name)
    }

    /// When it was begun.
    #[must_use]
    pub fn at(self) -> DateTime<FixedOffset> {
        let at = self.at.and_local_timezone(shanghai()).single();
        at.unwrap_or_else(|| self.at.and_utc().fixed_offset())
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{START}{}.{}", self.at.format(STAMP), self.kind.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_what() {
        let begun = DateTime::parse_from_rfc3339("2026-11-29T07:30:00.750Z").expect("a time");
        let at = begun - chrono::TimeDelta::milliseconds(750);
        for (kind, text) in [
            (Kind::Sqlite, "lanmu-20261129-153000.sqlite"),
            (Kind::Postgres, "lanmu-20261129-153000.dump"),
        ] {
            let name = BackupName::new(begun, kind);
            assert_eq!(name.to_string(), text);
            assert_eq!(BackupName::parse(text), Some(name));
            assert_eq!(name.at(), at);
        }
    }

    #[test]
    fn nothing_else_is_a_name() {
        for text in [
            "",
            "lanmu.sqlite",
            "../lanmu.sqlite",
            "lanmu-20261129-153000.sqlite.part",
            "lanmu-20261129-153000.sqlite/../x",
            "../lanmu-20261129-153000.sqlite",
            "lanmu-20261129-153000.db",
            "lanmu-20261129-153000",
            "lanmu-20261329-153000.sqlite",
            "lanmu-20261129-15300.sqlite",
            "lanmu-+0261129-15300.sqlite",
            "lanmu-20261129-153060.sqlite",
            "LANMU-20261129-153000.sqlite",
            "lanmu-20261129-153000.sqlite\n",
        ] {
            assert_eq!(BackupName::parse(text), None, "{text:?}");
        }
    }
}
