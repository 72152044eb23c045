//! 自动保存: what a person has typed into a form and not yet saved as a revision.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};
use lanmu_domain::article::Content;
use serde::{Deserialize, Serialize};

/// Which form it is of; each person has one working copy of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// Of an article that is stored.
    Article(i64),
    /// Of a new one; with the column for which it was begun, 0 for none.
    New(i64),
}

impl fmt::Display for Slot {
    /// As addresses write it: `article-12`, `new-5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(id) => write!(f, "article-{id}"),
            Self::New(column) => write!(f, "new-{column}"),
        }
    }
}

impl FromStr for Slot {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, number) = text.split_once('-').ok_or(())?;
        let number: i64 = number.parse().map_err(|_| ())?;
        match kind {
            "article" if number > 0 => Ok(Self::Article(number)),
            "new" if number >= 0 => Ok(Self::New(number)),
            _ => Err(()),
        }
    }
}

/// `PUT /working-copies/{slot}`: keeps what was typed, in place of what was kept before. It is no
/// act on the article: no revision, no version, no ledger line, and nothing of what was approved
/// becomes void.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeepWorkingCopy {
    /// The version that the form began with; 0 for a new article.
    pub version: i64,
    /// What stands in the form; absent: nothing is to be kept any longer.
    #[serde(default)]
    pub content: Option<Content>,
}

/// The answer: when it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptAt {
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// `GET /working-copies/{slot}`: what was kept; `null` for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkingCopy {
    /// The version that the form began with; 0 for a new article.
    pub version: i64,
    /// What stood in the form.
    pub content: Content,
    /// When it was kept.
    pub at: DateTime<FixedOffset>,
}

#[cfg(test)]
mod tests {
    use super::Slot;

    #[test]
    fn slots_lead_back_from_their_address() {
        for slot in [Slot::Article(12), Slot::New(0), Slot::New(5)] {
            assert_eq!(slot.to_string().parse(), Ok(slot));
        }
        for wrong in ["", "article", "article-", "article-0", "new--1", "draft-1"] {
            assert_eq!(wrong.parse::<Slot>(), Err(()), "{wrong}");
        }
    }
}
