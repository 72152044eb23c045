//! What the application does, one service per verb; handlers only translate HTTP into calls of
//! these and back.

mod acting_post;
pub mod annex;
pub mod article;
pub mod attachment;
pub(crate) mod candidates;
pub(crate) mod clean_body;
pub mod delegation;
pub mod department_document;
pub mod departments;
pub mod emergency;
pub mod empty_stage;
pub mod event;
pub mod evidence;
pub mod feed;
pub mod freshness;
pub mod groups;
pub mod handover;
pub(crate) mod holders;
pub mod inbox;
pub(crate) mod initials;
pub mod keeping;
pub mod matrix_check;
pub mod notification;
pub(crate) mod notify;
pub mod people;
pub mod presence;
pub mod publication;
pub mod red_line;
pub mod reviewers;
pub mod roster;
pub mod roster_collection;
pub mod search;
pub mod secrecy;
pub mod today;
pub mod versions;
pub mod waiting;
pub mod work_calendar;

pub use acting_post::post_for;
