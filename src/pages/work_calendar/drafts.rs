//! What was changed on the page and not saved yet. It stays in this browser, so that neither a cut
//! connection nor a reload loses it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use lanmu_api::work_calendar::WorkCalendarView;
use lanmu_domain::calendar::YearArrangement;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::session::use_session;

/// A year as it would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The version on top of which it was made.
    pub version: i64,
    /// Whether it would be announced.
    pub announced: bool,
    /// Its arrangement.
    pub arrangement: YearArrangement,
}

impl Draft {
    /// A year as it is kept.
    #[must_use]
    pub fn of(view: &WorkCalendarView) -> Self {
        Self {
            version: view.version,
            announced: view.announced,
            arrangement: view.arrangement.clone(),
        }
    }

    /// How many changes it makes to another: each day, and the announcement.
    #[must_use]
    pub fn changes_from(&self, kept: &Self) -> usize {
        self.arrangement.differing_days(&kept.arrangement).len()
            + usize::from(self.announced != kept.announced)
    }

    /// Marks the year as not announced: the statutory days and the local days off stay.
    pub fn take_back(&mut self, statutory: BTreeSet<NaiveDate>) {
        self.announced = false;
        self.arrangement.off = statutory;
        self.arrangement.work.clear();
    }
}

/// The drafts by year.
#[derive(Clone, Copy)]
pub struct Drafts(RwSignal<BTreeMap<i32, Draft>>);

impl Drafts {
    /// The draft of a year.
    #[must_use]
    pub fn get(self, year: i32) -> Option<Draft> {
        self.0.with(|drafts| drafts.get(&year).cloned())
    }

    /// Keeps the draft of a year; forgets it where it is what is kept already.
    pub fn put(self, year: i32, draft: Draft, kept: &Draft) {
        self.0.update(|drafts| {
            if draft.changes_from(kept) == 0 {
                drafts.remove(&year);
            } else {
                drafts.insert(year, draft);
            }
        });
    }

    /// Forgets the draft of a year.
    pub fn forget(self, year: i32) {
        self.0.update(|drafts| _ = drafts.remove(&year));
    }

    /// The years with a draft.
    #[must_use]
    pub fn years(self) -> Vec<i32> {
        self.0.with(|drafts| drafts.keys().copied().collect())
    }
}

/// The drafts of the person, as this browser has them.
#[must_use]
pub fn use_drafts() -> Drafts {
    let person = use_session().who().map(|who| who.person_id);
    let slot = format!("lanmu.unsaved.{}.work-calendar", person.unwrap_or_default());
    let drafts = RwSignal::new(read(&slot).unwrap_or_default());
    Effect::new(move |_| {
        drafts.with(|drafts| {
            let Some(storage) = storage() else { return };
            if drafts.is_empty() {
                let _ = storage.remove_item(&slot);
            } else if let Ok(text) = serde_json::to_string(drafts) {
                let _ = storage.set_item(&slot, &text);
            }
        });
    });
    Drafts(drafts)
}

fn read(slot: &str) -> Option<BTreeMap<i32, Draft>> {
    serde_json::from_str(&storage()?.get_item(slot).ok()??).ok()
}

fn storage() -> Option<leptos::web_sys::Storage> {
    window().local_storage().ok().flatten()
}
