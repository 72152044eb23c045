//! What every handler has at hand.

use std::sync::Arc;

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
}

impl AppState {
    /// A state with default settings.
    #[must_use]
    pub fn new(db: Db, clock: Clock, settings: Settings) -> Self {
        Self {
            db,
            clock,
            settings: Arc::new(settings),
            live: Live::default(),
        }
    }
}
