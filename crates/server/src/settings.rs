//! What the server is told at its start.

use std::path::PathBuf;

use chrono::Duration;

/// Settings that hold for as long as the server runs.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether the session cookie is sent over TLS only. Off on loopback, where there is none.
    pub secure_cookie: bool,
    /// A session that is not used for so long ends (30 minutes: practice for 等保, 15–30).
    pub idle: Duration,
    /// Wrong passwords in a row until the account is locked (5: audited practice for 等保).
    pub failures_until_lock: i32,
    /// How long it stays locked.
    pub lock: Duration,
    /// Where backups are kept.
    pub backups: PathBuf,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secure_cookie: false,
            idle: Duration::minutes(30),
            failures_until_lock: 5,
            lock: Duration::minutes(15),
            backups: PathBuf::from("backups"),
        }
    }
}
