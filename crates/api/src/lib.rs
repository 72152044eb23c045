//! The wire: what the SPA and the server say to each other under `/api/v1`.
//!
//! JSON, RFC 3339 times, lists as [`page::Page`], actions as POST on a verb sub-resource, errors as
//! [`error::ErrorBody`]. Fields that carry a decision use the domain's own types, so that both
//! sides ask the same functions.

pub mod annex;
pub mod article;
pub mod attachment;
pub mod backup;
pub mod bulk;
pub mod calendar;
pub mod change;
pub mod column;
pub mod delegation;
pub mod emergency;
pub mod error;
pub mod event;
pub mod evidence;
pub mod export;
pub mod feed;
pub mod figure;
pub mod handover;
pub mod history;
pub mod ledger;
pub mod matrix;
pub mod matrix_check;
pub mod matrix_draft;
pub mod notification;
pub mod obligation;
pub mod page;
pub mod path;
pub mod person;
pub mod presence;
pub mod preview;
pub mod publication;
pub mod red_line;
pub mod review_card;
pub mod roster;
pub mod roster_collection;
pub mod search;
pub mod secrecy;
pub mod session;
pub mod site;
pub mod today;
pub mod waiting;
pub mod withheld;
pub mod work_calendar;
pub mod working_copy;
