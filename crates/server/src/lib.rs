//! The server: the API, its database and the built SPA in one executable.
//!
//! To add a handler: a file in `handler/` named verb_noun with one function and its
//! `#[utoipa::path]`, a line in `handler/mod.rs`, a line in the table of `router.rs`. Reading takes
//! `SignedIn` and `state.db.conn()`; writing takes `WriteRequest<T>` and goes through `WriteTx`.

pub mod backup;
pub mod bootstrap;
pub mod cli;
pub mod clock;
pub mod command;
pub mod db;
pub mod entity;
pub mod error;
pub mod export;
pub mod handler;
pub mod json;
pub mod ledger;
pub mod live;
pub mod middleware;
pub mod migration;
pub mod openapi;
pub mod password;
pub mod router;
pub mod service;
pub mod session;
pub mod settings;
pub mod spa;
pub mod state;
