//! The one task for a site that asks whether anything happened.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::broadcast;

use super::{Lines, Live, head};
use crate::db::Db;

/// How often it asks: with this, what happens is on the screens of others well within two seconds.
const EVERY: Duration = Duration::from_millis(500);
/// How long it waits where the database does not answer.
const AFTER_FAILURE: Duration = Duration::from_secs(3);

/// Hands new lines to everybody who listens, until nobody does any more or the server stops.
pub(super) async fn watch_site(
    live: Live,
    db: Db,
    site_id: i64,
    mut seen: i64,
    listeners: broadcast::Sender<Arc<Lines>>,
) {
    let mut stopping = live.stopping();
    let mut wait = EVERY;
    loop {
        tokio::select! {
            _ = stopping.wait_for(|stopping| *stopping) => return,
            () = tokio::time::sleep(wait) => {}
        }
        if listeners.receiver_count() == 0 && live.forget(site_id) {
            return;
        }
        wait = EVERY;
        match news(&db, site_id, seen).await {
            Ok(None) => {}
            Ok(Some(lines)) => {
                seen = lines.sequence;
                // Nobody listening is found out above.
                let _ = listeners.send(Arc::new(lines));
            }
            Err(error) => {
                tracing::warn!(%error, "cannot ask for changes");
                wait = AFTER_FAILURE;
            }
        }
    }
}

async fn news(db: &Db, site_id: i64, seen: i64) -> Result<Option<Lines>, DbErr> {
    let end = head(db.conn(), site_id).await?;
    if end == seen {
        return Ok(None);
    }
    Lines::read(db.conn(), site_id, seen, end).await.map(Some)
}
