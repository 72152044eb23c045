//! What every handler has at hand.

use std::sync::Arc;
use std::sync::atomic::AtomicI32;

use crate::backup::Backups;
use crate::clock::Clock;
use crate::db::Db;
use crate::live::Live;
use crate::settings::Settings;

/// The server's state; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// The settings.
    pub settings: Arc<Settings>,
    /// Who is told at once of what changes.
    pub live: Live,
    /// The day, counted from the year 1, for which versions of the matrix were brought into force.
    pub matrix_day: Arc<AtomicI32>,
    /// The backups, and the one that is being made.
    pub backups: Backups,
}

impl AppState {
    /// A state with default settings.
    #[must_use]
    pub fn new(db: Db, clock: Clock, settings: Settings) -> Self {
        Self {
            backups: Backups::new(&settings.backups),
            db,
            clock,
            settings: Arc::new(settings),
            live: Live::default(),
            matrix_day: Arc::default(),
        }
    }
}
