//! 保密预检 on pages: what was found, what people said about it, and its marks in the text.

mod keep_dialog;
mod list;
mod mark;
mod of_article;

pub use keep_dialog::{KeepDialog, Keeping};
pub use list::{FindingActs, FindingList};
pub use mark::{mark_findings, show_finding, unmark_findings};
pub use of_article::ArticleFindings;
