//! What was written in the form so far.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use lanmu_api::event::PreviewDuty;
use lanmu_api::evidence::RegisterEvent;
use lanmu_domain::rule::{ChangeSubject, Trigger};
use leptos::prelude::*;

use crate::date::browser_now;

/// Everything in the form.
#[derive(Clone, Copy)]
pub struct Draft {
    pub trigger: RwSignal<Option<Trigger>>,
    pub change: RwSignal<Option<ChangeSubject>>,
    pub title: RwSignal<String>,
    pub number: RwSignal<String>,
    pub again: RwSignal<bool>,
    pub day: RwSignal<String>,
    /// The duties ticked.
    pub chosen: RwSignal<BTreeSet<i64>>,
    /// Whether all owners can be obliged without naming them.
    pub whole: bool,
    /// Whether they are named all the same.
    pub only_some: RwSignal<Option<bool>>,
    /// The departments of which the box was changed.
    changed: RwSignal<BTreeSet<i64>>,
    pub wrong_day: RwSignal<Option<String>>,
    pub wrong_change: RwSignal<Option<String>>,
    pub wrong_departments: RwSignal<Option<String>>,
}

/// A form of today, for one duty or none.
pub fn use_draft(trigger: Option<Trigger>, duty_id: Option<i64>, whole: bool) -> Draft {
    Draft {
        trigger: RwSignal::new(trigger),
        change: RwSignal::new(None),
        title: RwSignal::new(String::new()),
        number: RwSignal::new(String::new()),
        again: RwSignal::new(false),
        day: RwSignal::new(browser_now().date_naive().to_string()),
        chosen: RwSignal::new(duty_id.into_iter().collect()),
        whole,
        only_some: RwSignal::new(Some(!whole)),
        changed: RwSignal::new(BTreeSet::new()),
        wrong_day: RwSignal::new(None),
        wrong_change: RwSignal::new(None),
        wrong_departments: RwSignal::new(None),
    }
}

/// The departments that can be obliged in these duties, each once, with their names.
pub fn owners(duties: &[PreviewDuty]) -> Vec<(i64, String)> {
    let mut found: Vec<(i64, String)> = Vec::new();
    for owner in duties.iter().flat_map(|duty| &duty.owners) {
        if !found.iter().any(|(id, _)| *id == owner.id) {
            found.push((owner.id, owner.name.clone()));
        }
    }
    found
}

impl Draft {
    /// The day, once it is one.
    pub fn occurred_on(self) -> Option<NaiveDate> {
        self.day.with(|day| day.parse().ok())
    }

    /// Whether a department is ticked: at first one's own all are, of the county's none.
    pub fn is_ticked(self, department_id: i64) -> bool {
        self.changed
            .with(|changed| changed.contains(&department_id) == self.whole)
    }

    /// Ticks a department, or takes the tick away.
    pub fn flip(self, department_id: i64) {
        self.changed.update(|changed| {
            if !changed.remove(&department_id) {
                changed.insert(department_id);
            }
        });
    }

    /// The request, for these duties; `None` where something is missing, which then is said.
    pub fn form(self, duties: &[PreviewDuty]) -> Option<RegisterEvent> {
        let trigger = self.trigger.get_untracked();
        let occurred_on = untrack(|| self.occurred_on());
        self.wrong_day
            .set(occurred_on.is_none().then(|| "请填写发生日期。".to_owned()));
        let change = self
            .change
            .get_untracked()
            .filter(|_| trigger == Some(Trigger::Change));
        let missing = trigger == Some(Trigger::Change) && change.is_none();
        self.wrong_change
            .set(missing.then(|| "请选择变化事项。".to_owned()));
        let department_ids = self.departments(duties);
        let nobody = department_ids.as_ref().is_some_and(Vec::is_empty) && !duties.is_empty();
        self.wrong_departments
            .set(nobody.then(|| "请至少选择一个部门。".to_owned()));
        if missing || nobody {
            return None;
        }
        let number = match trigger? {
            Trigger::DocumentIssued => self.number.get_untracked(),
            Trigger::Activity | Trigger::Change => String::new(),
        };
        Some(RegisterEvent {
            trigger: trigger?,
            title: self.title.get_untracked(),
            document_number: number,
            occurred_on: occurred_on?,
            duty_ids: duties.iter().map(|duty| duty.duty_id).collect(),
            change,
            department_ids: department_ids.unwrap_or_default(),
            again: self.again.get_untracked(),
        })
    }

    /// The departments to name; `None` for every owner.
    fn departments(self, duties: &[PreviewDuty]) -> Option<Vec<i64>> {
        if self.only_some.get_untracked() != Some(true) {
            return None;
        }
        let ids = owners(duties).into_iter().map(|(id, _)| id);
        Some(untrack(|| ids.filter(|id| self.is_ticked(*id)).collect()))
    }
}
