//! One function per request, one decoder, typed errors.

pub mod article;
pub mod calendar;
pub mod change;
mod client;
pub mod column;
pub mod delegation;
pub mod download;
pub mod emergency;
pub mod event;
pub mod evidence;
pub mod feed;
pub mod figure;
pub mod file;
mod key;
pub mod ledger;
pub mod live;
pub mod matrix;
pub mod notification;
pub mod overview;
pub mod person;
pub mod presence;
pub mod publication;
mod query;
pub mod red_line;
pub mod review_card;
pub mod search;
pub mod secrecy;
pub mod session;
pub mod site;
pub mod today;
pub mod work_calendar;
pub mod working_copy;

pub use client::{ClientError, decode_error};
pub use key::IdempotencyKey;
pub use query::query;
