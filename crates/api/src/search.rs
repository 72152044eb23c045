//! 搜索: columns, departments and items by name.

use serde::{Deserialize, Serialize};

/// Characters at most in what is looked for.
pub const QUERY_MAX: usize = 50;
/// Hits at most of one kind.
pub const HITS_MAX: usize = 6;

/// `GET /search?q=`: what the person may see and whose name fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchView {
    /// By kind, in the order of [`SearchKind`]; within a kind the best fit first.
    pub hits: Vec<SearchHit>,
    /// The kinds of which there is more than is listed.
    pub more: Vec<SearchKind>,
}

/// What was found, and so where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SearchKind {
    /// A duty in the matrix; the id is that of the duty.
    Duty,
    /// A department, whose duties the matrix shows.
    Department,
    /// An item.
    Article,
}

impl SearchKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Duty, Self::Department, Self::Article];

    /// As a heading.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Duty => "栏目",
            Self::Department => "部门",
            Self::Article => "稿件",
        }
    }
}

/// Something that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchHit {
    /// What it is.
    pub kind: SearchKind,
    /// Its id among its kind.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// What tells it from others of the same name: where a column lies and who keeps it, what a
    /// department is, where an item stands.
    pub detail: Vec<String>,
}
