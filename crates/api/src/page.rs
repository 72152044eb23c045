//! Lists.

use serde::{Deserialize, Serialize};

/// Items at most in one answer.
pub const LIMIT_MAX: u64 = 100;
/// Items in one answer when nothing is asked for.
pub const LIMIT_DEFAULT: u64 = 50;

/// One page of a list. Pages are found by seeking, never by offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// About the whole list.
    pub meta: PageMeta,
}

/// About the whole list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PageMeta {
    /// How many items match.
    pub total: u64,
    /// Whether there are more than `total`: long lists are counted up to a bound.
    #[serde(default)]
    pub more: bool,
    /// Give this as `after` to get the next page; `None` at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
