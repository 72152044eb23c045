//! Taking a change out of the draft, and back into it where somebody thinks better of it.

use lanmu_api::matrix_draft::{DraftView, SaveDraft};
use lanmu_domain::matrix_change::KeyedChange;
use leptos::prelude::*;

use super::work::{Work, keyed};
use crate::api::matrix_draft::save_draft;
use crate::ui::act::Act;
use crate::ui::toast::use_toasts;

/// A change that was taken out, and the place at which it stood.
type Taken = (usize, KeyedChange);

/// Takes changes out of a draft.
#[derive(Clone, Copy)]
pub struct Removal {
    /// How the last one stands.
    pub act: Act<SaveDraft>,
    work: Work,
    taken: StoredValue<Option<Taken>>,
}

impl Removal {
    /// Takes out the change with this key.
    pub fn run(self, key: u32) {
        let mut rest = self.work.changes();
        if let Some(at) = rest.iter().position(|known| known.key == key) {
            self.taken.set_value(Some((at, rest.remove(at))));
            self.act.run(self.work.form(rest));
        }
    }
}

/// The removal of changes from the draft. It is offered to take each back for a while.
pub fn use_removal(work: Work) -> Removal {
    let toasts = use_toasts();
    let taken = StoredValue::new(None::<Taken>);
    let act = work.use_save(move || {
        let Some((at, change)) = taken.get_value() else {
            return;
        };
        let after = work.draft.get_untracked();
        toasts.say_undoable(
            "已从草案中删除",
            move |key| {
                // The page may be gone by now.
                let draft = work.draft.try_get_untracked();
                let draft = draft.unwrap_or_else(|| after.clone());
                save_draft(draft.id, with_again(&draft, at, change.clone()), key)
            },
            move |stored| {
                work.draft.try_set(stored);
            },
        );
    });
    Removal { act, work, taken }
}

/// The draft as it is stored, with the change at its place again. Its key may be another's by now.
fn with_again(draft: &DraftView, at: usize, mut change: KeyedChange) -> SaveDraft {
    let mut changes = keyed(draft);
    if changes.iter().any(|known| known.key == change.key) {
        change.key = changes.iter().map(|known| known.key).max().unwrap_or(0) + 1;
    }
    changes.insert(at.min(changes.len()), change);
    SaveDraft {
        version: draft.version,
        reason: draft.reason.clone(),
        document_number: draft.document_number.clone(),
        effective_from: draft.effective_from,
        changes,
    }
}

#[cfg(test)]
mod tests {
    use lanmu_domain::matrix_change::{ColumnRef, KeyedChange, MatrixChange};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::super::loaded::tests::draft;
    use super::with_again;

    fn change(key: u32) -> KeyedChange {
        KeyedChange {
            key,
            change: MatrixChange::CloseColumn {
                column: ColumnRef::Id(7),
            },
        }
    }

    fn keys(at: usize, key: u32) -> Vec<u32> {
        let draft = draft("机构改革", &[(1, "甲"), (3, "乙")]);
        let form = with_again(&draft, at, change(key));
        assert_eq!((form.version, form.reason.as_str()), (1, "机构改革"));
        form.changes.iter().map(|change| change.key).collect()
    }

    #[test]
    fn a_change_comes_back_to_its_place() {
        assert_eq!(keys(1, 2), [1, 2, 3]);
        assert_eq!(keys(9, 2), [1, 3, 2]);
    }

    #[test]
    fn a_key_that_is_taken_is_not_used_twice() {
        assert_eq!(keys(0, 3), [4, 1, 3]);
    }
}
