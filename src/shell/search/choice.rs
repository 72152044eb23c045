//! Something that can be chosen in the search.

use lanmu_api::search::{SearchHit, SearchKind};
use serde::{Deserialize, Serialize};

/// Under which heading something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// A page of the interface.
    Page,
    /// What the server found.
    Found(SearchKind),
}

impl Group {
    /// The heading.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Page => "页面",
            Self::Found(kind) => kind.label(),
        }
    }
}

/// A choice: what it says, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Under which heading.
    pub group: Group,
    /// Its name.
    pub title: String,
    /// What tells it from others.
    pub detail: String,
    /// The page that it opens.
    pub href: String,
}

impl From<SearchHit> for Choice {
    fn from(hit: SearchHit) -> Self {
        let id = hit.id;
        Self {
            group: Group::Found(hit.kind),
            title: hit.title,
            detail: hit.detail.join("　"),
            href: match hit.kind {
                SearchKind::Duty => format!("/matrix/duties/{id}"),
                SearchKind::Department => format!("/matrix?department={id}"),
                SearchKind::Article => format!("/articles/{id}"),
            },
        }
    }
}
