//! The server over HTTP, as people and browsers use it. Every test has a server of its own on a
//! database of its own: SQLite, or the PostgreSQL of `LANMU_TEST_DATABASE_URL`.
//!
//! To add tests: a file beside this one and a `mod` line below. `support` has the shipped table
//! and an actor for every post, `scene` a small site made for the reviews.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on panics"
)]

mod annex;
mod articles;
mod attachments;
mod attestations;
mod authority;
mod backups;
mod bulk;
mod calendar;
mod column_rules;
mod columns;
mod concurrency;
mod correction;
mod county;
mod delegation;
mod doubts;
mod duties;
mod emergency;
mod empty_stage;
mod events;
mod feeds;
mod figures;
mod frame;
mod handover;
mod history;
mod inbox;
mod ledger;
mod live;
mod matrix;
mod matrix_check;
mod notifications;
mod obligations;
mod overview;
mod own_table;
mod owners;
mod people;
mod presence;
mod publication;
mod random_acts;
mod red_lines;
mod review;
mod review_card;
mod roster;
mod scene;
mod search;
mod secrecy;
mod simultaneous;
mod site;
mod support;
mod sweep;
mod terms;
mod today;
mod trigger_events;
mod versions;
mod withheld;
mod work_calendar;
mod working_copies;
