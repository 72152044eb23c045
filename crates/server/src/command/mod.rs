//! What the executable does, one command per file.

pub mod backup;
pub mod ledger_verify;
pub mod migrate;
pub mod openapi;
pub mod serve;
pub mod status;
