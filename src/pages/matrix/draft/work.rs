//! The draft as it is worked on: what is stored, and what was typed and is not stored yet.

use lanmu_api::matrix_draft::{DraftPreview, DraftView, SaveDraft};
use lanmu_domain::matrix_change::{KeyedChange, MatrixChange};
use leptos::prelude::*;

use super::loaded::differences;
use crate::api::matrix_draft::{draft, save_draft};
use crate::ui::act::{Act, use_act};

/// The draft and what was typed.
#[derive(Clone, Copy)]
pub struct Work {
    /// As it is stored.
    pub draft: RwSignal<DraftView>,
    /// Why the matrix is to change, as typed.
    pub reason: RwSignal<String>,
    /// 文号, as typed.
    pub document: RwSignal<String>,
    /// First day, as its field has it.
    pub day: RwSignal<String>,
    /// What the draft of some version would do.
    pub seen: RwSignal<Option<(i64, DraftPreview)>>,
    /// What was different in what others stored, once that was fetched; until the next save.
    pub loaded: RwSignal<Option<Vec<String>>>,
    /// Fetches what others stored; what was typed stays.
    pub reload: Act<()>,
}

/// The work on a draft.
pub fn use_work(view: DraftView) -> Work {
    let (id, day) = (view.id, day_text(&view));
    let reason = RwSignal::new(view.reason.clone());
    let document = RwSignal::new(view.document_number.clone());
    let day = RwSignal::new(day);
    let stored = RwSignal::new(view);
    let loaded = RwSignal::new(None);
    let reload = use_act(
        move |(), _| draft(id),
        move |latest: DraftView| {
            let before = stored.get_untracked();
            let fresh = |typed: RwSignal<String>, before: &str, latest: &str| {
                if typed.get_untracked() == before {
                    typed.set(latest.to_owned());
                }
            };
            fresh(reason, &before.reason, &latest.reason);
            fresh(document, &before.document_number, &latest.document_number);
            fresh(day, &day_text(&before), &day_text(&latest));
            let lines = differences(&before, &latest);
            loaded.set((!lines.is_empty()).then_some(lines));
            stored.set(latest);
        },
    );
    Work {
        draft: stored,
        reason,
        document,
        day,
        seen: RwSignal::new(None),
        loaded,
        reload,
    }
}

/// The changes of a draft with their keys.
pub fn keyed(draft: &DraftView) -> Vec<KeyedChange> {
    let changes = draft.changes.iter();
    let keyed = changes.map(|change| KeyedChange {
        key: change.key,
        change: change.change.clone(),
    });
    keyed.collect()
}

fn day_text(view: &DraftView) -> String {
    view.effective_from
        .map(|day| day.to_string())
        .unwrap_or_default()
}

impl Work {
    /// Whether something was typed that is not stored.
    #[must_use]
    pub fn is_typed(self) -> bool {
        self.draft.with(|draft| {
            self.reason.get() != draft.reason
                || self.document.get() != draft.document_number
                || self.day.get() != day_text(draft)
        })
    }

    /// The changes as they are stored.
    #[must_use]
    pub fn changes(self) -> Vec<KeyedChange> {
        self.draft.with_untracked(keyed)
    }

    /// The changes with this one in the place of its key, or at the end under a key of its own.
    #[must_use]
    pub fn with(self, key: Option<u32>, change: MatrixChange) -> Vec<KeyedChange> {
        let mut changes = self.changes();
        // Another coordinator may have dropped it, and the key be that of something else by now.
        let same =
            |known: &KeyedChange| Some(known.key) == key && known.change.label() == change.label();
        let place = changes.iter_mut().find(|known| same(known));
        if let Some(known) = place {
            known.change = change;
        } else {
            let last = changes.iter().map(|known| known.key).max().unwrap_or(0);
            let key = last + 1;
            changes.push(KeyedChange { key, change });
        }
        changes
    }

    /// What is sent: these changes, and the head as typed.
    #[must_use]
    pub fn form(self, changes: Vec<KeyedChange>) -> SaveDraft {
        SaveDraft {
            version: self.draft.with_untracked(|draft| draft.version),
            reason: self.reason.get_untracked(),
            document_number: self.document.get_untracked(),
            effective_from: self.day.with_untracked(|day| day.parse().ok()),
            changes,
        }
    }

    /// Stores the draft; `done` follows.
    pub fn use_save(self, done: impl Fn() + 'static) -> Act<SaveDraft> {
        let id = self.draft.with_untracked(|draft| draft.id);
        use_act(
            move |form, key| save_draft(id, form, key),
            move |stored| {
                self.draft.set(stored);
                self.loaded.set(None);
                done();
            },
        )
    }

    /// Whether this act has to wait: it is being done, or what others stored is on its way, and it
    /// would be refused once more.
    #[must_use]
    pub fn is_busy<I>(self, act: Act<I>) -> bool {
        act.pending() || self.reload.pending()
    }

    /// What the draft as it is stored would do; `None` until that was asked.
    #[must_use]
    pub fn looked_at(self) -> Option<DraftPreview> {
        let version = self.draft.with(|draft| draft.version);
        self.seen.with(|seen| {
            let seen = seen.as_ref().filter(|(of, _)| *of == version);
            seen.map(|(_, preview)| preview.clone())
        })
    }
}
