//! Which items of the inbox are ticked.

use lanmu_api::bulk::{InboxRow, ShownItem};
use lanmu_domain::review::BULK_MAX;
use leptos::prelude::*;

/// The items on the screen, and those of them that are ticked. An item that changes after it was
/// ticked is no longer what the person saw, and no longer ticked.
#[derive(Clone, Copy)]
pub struct Selection {
    items: Memo<Vec<InboxRow>>,
    /// Item and version.
    ticked: RwSignal<Vec<(i64, i64)>>,
}

impl Selection {
    /// Nothing is ticked.
    #[must_use]
    pub fn new(items: Memo<Vec<InboxRow>>) -> Self {
        Self {
            items,
            ticked: RwSignal::new(Vec::new()),
        }
    }

    /// The ticked items with their titles, in the order of the screen.
    #[must_use]
    pub fn chosen(self) -> Vec<(ShownItem, String)> {
        let chosen = |item: &InboxRow| {
            let shown = ShownItem {
                id: item.row.id,
                version: item.version,
                revision: item.revision.clone(),
            };
            (shown, item.row.title.clone())
        };
        self.ticked.with(|ticked| {
            self.items.with(|items| {
                let here = |item: &&InboxRow| ticked.contains(&(item.row.id, item.version));
                items.iter().filter(here).map(chosen).collect()
            })
        })
    }

    /// How many are ticked.
    #[must_use]
    pub fn count(self) -> usize {
        self.chosen().len()
    }

    /// How many could be ticked, 100 at most.
    #[must_use]
    pub fn clean(self) -> usize {
        self.items
            .with(|items| items.iter().filter(|item| is_clean(item)).count())
            .min(BULK_MAX)
    }

    /// Whether an item is ticked.
    #[must_use]
    pub fn holds(self, id: i64, version: i64) -> bool {
        self.ticked.with(|ticked| ticked.contains(&(id, version)))
    }

    /// Ticks an item, or not.
    pub fn tick(self, id: i64, version: i64, on: bool) {
        self.ticked.update(|ticked| {
            ticked.retain(|(other, _)| *other != id);
            if on {
                ticked.push((id, version));
            }
        });
    }

    /// 全选: whatever is on the screen and clean, as far as one request takes it; or nothing.
    pub fn tick_all(self, on: bool) {
        let clean = self.items.with_untracked(|items| {
            let clean = items.iter().filter(|item| on && is_clean(item));
            let keys = clean.map(|item| (item.row.id, item.version));
            keys.take(BULK_MAX).collect()
        });
        self.ticked.set(clean);
    }
}

fn is_clean(item: &InboxRow) -> bool {
    item.left_out.is_empty()
}
