//! One day of an arrangement, as somebody sets it who edits a year.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::YearArrangement;

/// What an arrangement says of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: it follows the week.
    #[default]
    Plain,
    /// 休: a day off of the State Council's arrangement.
    Off,
    /// 班: a make-up working day.
    MakeUp,
    /// A local day off with its name.
    Local(String),
}

impl YearArrangement {
    /// What it says of a day. A local day off inside a holiday is a day of that holiday.
    #[must_use]
    pub fn mark(&self, day: NaiveDate) -> Mark {
        if self.off.contains(&day) {
            Mark::Off
        } else if self.work.contains(&day) {
            Mark::MakeUp
        } else if let Some(name) = self.local.get(&day) {
            Mark::Local(name.clone())
        } else {
            Mark::Plain
        }
    }

    /// Sets what it says of a day, in place of what it said before.
    pub fn set_mark(&mut self, day: NaiveDate, mark: Mark) {
        self.off.remove(&day);
        self.work.remove(&day);
        self.local.remove(&day);
        match mark {
            Mark::Plain => {}
            Mark::Off => _ = self.off.insert(day),
            Mark::MakeUp => _ = self.work.insert(day),
            Mark::Local(name) => _ = self.local.insert(day, name),
        }
    }

    /// The days of which it says something else than another arrangement.
    #[must_use]
    pub fn differing_days(&self, other: &Self) -> BTreeSet<NaiveDate> {
        let listed = [self, other]
            .into_iter()
            .flat_map(|one| one.off.iter().chain(&one.work).chain(one.local.keys()));
        listed
            .copied()
            .filter(|day| self.mark(*day) != other.mark(*day))
            .collect()
    }

    /// An imported arrangement with the local days off of this one.
    #[must_use]
    pub fn replaced_by(&self, imported: Self) -> Self {
        Self {
            local: self.local.clone(),
            ..imported
        }
    }

    /// This one with the days of a part of a year: of these days the part decides.
    #[must_use]
    pub fn completed_by(&self, part: &Self) -> Self {
        let mut whole = self.clone();
        for day in &part.off {
            whole.work.remove(day);
            whole.off.insert(*day);
        }
        for day in &part.work {
            whole.off.remove(day);
            whole.work.insert(*day);
        }
        whole
    }
}
