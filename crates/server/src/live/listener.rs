//! One stream: what one person is told.

use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::Event;
use lanmu_api::change::Changes;
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval};

use super::hub::Place;
use super::{Lines, changes_since, head};
use crate::error::Problem;
use crate::session::Watching;
use crate::state::AppState;

/// How often it is asked whether the session still stands: signing out ends the stream so soon.
const ASKED_EVERY: Duration = Duration::from_secs(5);
/// What was found out about the person holds so long, unless posts changed.
const KNOWN_FOR: Duration = Duration::from_secs(2);

/// A person who listens.
pub struct Listener {
    state: AppState,
    watching: Watching,
    lines: broadcast::Receiver<Arc<Lines>>,
    stopping: watch::Receiver<bool>,
    /// The last line that was told.
    seen: i64,
    /// What happened before the stream began.
    first: Option<Changes>,
    asking: Interval,
    asked: Instant,
    _place: Place,
}

impl Listener {
    /// Begins to listen; `seen` is the last line that the page knows of.
    ///
    /// # Errors
    /// 429 for too many streams; the database does not answer.
    pub async fn begin(
        state: AppState,
        watching: Watching,
        seen: Option<i64>,
    ) -> Result<Self, Problem> {
        let place = state.live.place(watching.who.person.id)?;
        let site_id = watching.who.person.site_id;
        let db = state.db.conn();
        // Nothing falls between: the watcher tells at least of what comes after this head, and
        // what came before is read after listening has begun.
        let before = head(db, site_id).await?;
        let lines = state.live.listen(&state.db, site_id, before);
        let first = changes_since(db, &watching.who, Some(seen.unwrap_or(before))).await?;
        let mut asking = interval(ASKED_EVERY);
        asking.set_missed_tick_behavior(MissedTickBehavior::Delay);
        asking.reset();
        Ok(Self {
            stopping: state.live.stopping(),
            seen: first.sequence,
            first: Some(first),
            asked: Instant::now(),
            state,
            watching,
            lines,
            asking,
            _place: place,
        })
    }

    /// The next event; `None` ends the stream: the session or the server ends, or the browser does
    /// not keep up and comes again with the last line that it knows.
    pub async fn next(&mut self) -> Option<Event> {
        if let Some(first) = self.first.take() {
            return event(&first);
        }
        loop {
            let lines = tokio::select! {
                _ = self.stopping.wait_for(|stopping| *stopping) => return None,
                _ = self.asking.tick() => None,
                lines = self.lines.recv() => Some(lines.ok()?),
            };
            let known = self.asked.elapsed() < KNOWN_FOR
                && lines.as_ref().is_some_and(|lines| !lines.touch_people());
            if !known {
                self.watching.ask_again(&self.state).await.ok()?;
                self.asked = Instant::now();
            }
            let Some(lines) = lines.filter(|lines| lines.sequence > self.seen) else {
                continue;
            };
            let changes = lines.for_person(&self.watching.who, self.seen);
            self.seen = lines.sequence;
            if !changes.is_empty() {
                return event(&changes);
            }
        }
    }
}

/// The event, with the line from which a new stream goes on.
fn event(changes: &Changes) -> Option<Event> {
    let event = Event::default().id(changes.sequence.to_string());
    event.json_data(changes).ok()
}
