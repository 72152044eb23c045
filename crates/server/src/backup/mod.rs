//! 数据备份: one copy of the database, attachments and all, as a checked file in a folder on the
//! server's machine (adr/0027).

mod failure;
mod folder;
mod make;
mod name;
mod postgres;
mod record;
mod run;
mod sqlite;

pub use failure::Failure;
pub use make::{make, make_apart};
pub use name::BackupName;
pub use record::record_deleted;
pub use run::{Backups, Maker, PutAway, Run};
