//! A line of the ledger and its hash.

use chrono::{DateTime, FixedOffset, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use super::LedgerAct;
use crate::review::Stage;
use crate::text::canonical::Canonical;

/// What stands for the hash before the first line of a site.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One line as it is hashed. Names and titles are kept as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerLine {
    /// 1 for the first line of a site.
    pub sequence: i64,
    /// When, to the millisecond, Asia/Shanghai.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub act: LedgerAct,
    /// Who, `None` for the system.
    pub person_id: Option<i64>,
    /// The name as it was.
    pub person_name: String,
    /// The post under which the act was done, as it was.
    pub post: String,
    /// The department that it concerns, `None` for the whole site.
    pub department_id: Option<i64>,
    /// Its name as it was.
    pub department_name: String,
    /// The column that it concerns as a path, empty where none.
    pub column_path: String,
    /// The article that it concerns.
    pub article_id: Option<i64>,
    /// Its title as it was.
    pub subject: String,
    /// The hash of the revision, empty where none.
    pub revision: String,
    /// The result or reason in words.
    pub note: String,
    /// At which stage of the review; `None` where the act belongs to none, and in lines from before
    /// stages were kept: see [`LedgerLine::stage`].
    #[serde(default)]
    pub kept_stage: Option<Stage>,
}

impl LedgerLine {
    /// At which stage of the review the act was done, if it belongs to one.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.kept_stage.or(self.act.stage())
    }

    /// The bytes that are hashed, version `lanmu-ledger-v1`, or `v2` with the stage where one is
    /// kept; the form is that of
    /// [`crate::text::canonical`]. `previous` (the hash of the line before, [`GENESIS`] for the
    /// first) and every field take part, in the order in which the struct lists them. `at` is
    /// written in UTC to the millisecond (`2022-07-26T01:02:03.004Z`), so that neither the offset
    /// nor the precision of a database changes the hash.
    #[must_use]
    pub fn canonical(&self, previous: &str) -> Vec<u8> {
        self.record(previous).into_bytes()
    }

    /// The SM3 hash over [`LedgerLine::canonical`], 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hash(&self, previous: &str) -> String {
        self.record(previous).sm3()
    }

    fn record(&self, previous: &str) -> Canonical {
        let version = match self.kept_stage {
            None => "lanmu-ledger-v1",
            Some(_) => "lanmu-ledger-v2",
        };
        let record = Canonical::new(version)
            .text("previous", previous)
            .number("sequence", self.sequence)
            .text("at", &canonical_time(self.at))
            .text("act", self.act.key())
            .optional_number("person_id", self.person_id)
            .text("person_name", &self.person_name)
            .text("post", &self.post)
            .optional_number("department_id", self.department_id)
            .text("department_name", &self.department_name)
            .text("column_path", &self.column_path)
            .optional_number("article_id", self.article_id)
            .text("subject", &self.subject)
            .text("revision", &self.revision)
            .text("note", &self.note);
        match self.kept_stage {
            None => record,
            Some(stage) => record.number("stage", i64::from(stage.number())),
        }
    }
}

/// The time cut, not rounded, to the millisecond, as the ledger keeps it. Cut before storing:
/// a database that rounds microseconds could otherwise move a line to the next millisecond.
#[must_use]
pub fn to_milliseconds(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.trunc_subsecs(3)
}

fn canonical_time(at: DateTime<FixedOffset>) -> String {
    to_milliseconds(at)
        .with_timezone(&Utc)
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}
