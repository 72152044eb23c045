//! Who listens.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{broadcast, watch};

use super::Lines;
use super::watch::watch_site;
use crate::db::Db;
use crate::error::Problem;

/// Streams of one person on this server. A browser opens six connections to a server at most and
/// shares them among all its tabs: with more streams than this its pages would wait for ever.
/// Whoever gets none asks instead.
const STREAMS_PER_PERSON: usize = 3;
/// Streams on this server, a bound for its memory.
const STREAMS_MAX: usize = 2_000;
/// Seconds after which whoever got no stream may try again.
const AGAIN_AFTER: i64 = 30;
/// How many batches a listener may be behind before it is dropped; it then comes again and says
/// how far it was.
const BEHIND_MAX: usize = 32;

/// Everybody who listens on this server; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Live(Arc<Hub>);

#[derive(Debug)]
struct Hub {
    stopping: watch::Sender<bool>,
    sites: Mutex<HashMap<i64, broadcast::Sender<Arc<Lines>>>>,
    /// How many streams each person has.
    people: Mutex<HashMap<i64, usize>>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            stopping: watch::Sender::new(false),
            sites: Mutex::default(),
            people: Mutex::default(),
        }
    }
}

/// A person's place among those who listen, given up when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    hub: Live,
    person_id: i64,
}

impl Live {
    /// Ends every stream: the server stops.
    pub fn stop(&self) {
        self.0.stopping.send_replace(true);
    }

    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stopping.subscribe()
    }

    /// How many streams there are.
    #[must_use]
    pub fn streams(&self) -> usize {
        lock(&self.0.people).values().sum()
    }

    /// A place for one more stream of a person.
    ///
    /// # Errors
    /// 429 where the person, or the server, has as many as it may.
    pub(super) fn place(&self, person_id: i64) -> Result<Place, Problem> {
        let mut people = lock(&self.0.people);
        let all: usize = people.values().sum();
        let own = people.get(&person_id).copied().unwrap_or_default();
        if own >= STREAMS_PER_PERSON || all >= STREAMS_MAX {
            return Err(Problem::too_many(
                "打开的页面较多，本页改为定时刷新。",
                AGAIN_AFTER,
            ));
        }
        people.insert(person_id, own + 1);
        Ok(Place {
            hub: self.clone(),
            person_id,
        })
    }

    /// What happens on a site from now on; the lines after `head` are among it.
    pub(super) fn listen(
        &self,
        db: &Db,
        site_id: i64,
        head: i64,
    ) -> broadcast::Receiver<Arc<Lines>> {
        let mut sites = lock(&self.0.sites);
        if let Some(site) = sites.get(&site_id) {
            return site.subscribe();
        }
        let (sender, receiver) = broadcast::channel(BEHIND_MAX);
        sites.insert(site_id, sender.clone());
        tokio::spawn(watch_site(self.clone(), db.clone(), site_id, head, sender));
        receiver
    }

    /// Forgets a site that nobody listens to any more; `false` where somebody does.
    pub(super) fn forget(&self, site_id: i64) -> bool {
        let mut sites = lock(&self.0.sites);
        let silent = sites
            .get(&site_id)
            .is_none_or(|site| site.receiver_count() == 0);
        if silent {
            sites.remove(&site_id);
        }
        silent
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut people = lock(&self.hub.0.people);
        if let Some(streams) = people.get_mut(&self.person_id) {
            *streams -= 1;
            if *streams == 0 {
                people.remove(&self.person_id);
            }
        }
    }
}

/// Nothing panics while it holds one of these; if something did, the maps would still be whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
