//! An event as lists show it.

use lanmu_api::event::{Cancellation, EventAnswer, EventObligation, EventRow};
use lanmu_domain::freshness::EventState;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use sea_orm::DbErr;

use super::facts::{EventFacts, LoadedEvent};
use super::parties::Asked;
use crate::clock::local;
use crate::service::freshness::event_view;

/// Who looks: the person, and the departments that are shown; all for `None`.
#[derive(Clone, Copy)]
pub(super) struct Viewer<'a> {
    pub actor: &'a Actor,
    pub seen: Option<&'a [i64]>,
}

impl EventFacts {
    /// Where an event stands, as far as its obligations are seen.
    pub fn state(&self, event: &LoadedEvent, viewer: Viewer<'_>) -> EventState {
        if event.row.cancelled_at.is_some() {
            return EventState::Cancelled;
        }
        let asked = self.asked_by(event);
        let seen = asked.iter().filter(|asked| asked.concerns(viewer.seen));
        EventState::of(seen.map(|asked| asked.standing.status))
    }

    /// The row of an event.
    ///
    /// # Errors
    /// A key that this version does not know.
    pub fn row(&self, event: &LoadedEvent, viewer: Viewer<'_>) -> Result<EventRow, DbErr> {
        let row = &event.row;
        let asked = self.asked_by(event);
        Ok(EventRow {
            event: event_view(row.clone(), event.event.department_ids.clone())?,
            state: self.state(event, viewer),
            registered_by: row.registered_by_name.clone(),
            cancelled: row.cancelled_at.map(|at| Cancellation {
                at: local(at),
                by: row.cancelled_by_name.clone().unwrap_or_default(),
                reason: row.cancel_reason.clone().unwrap_or_default(),
            }),
            may_cancel: row.cancelled_at.is_none() && self.may_cancel(event, viewer.actor),
            obligations: asked
                .iter()
                .filter(|asked| asked.concerns(viewer.seen))
                .map(|asked| self.obligation(asked))
                .collect(),
        })
    }

    /// Whether somebody may cancel an event: the coordinator always; others while no publication
    /// names it, and only what obliges nobody but their own departments.
    pub fn may_cancel(&self, event: &LoadedEvent, actor: &Actor) -> bool {
        if Permission::ManageMatrix.held(actor) {
            return true;
        }
        !self.named.contains(&event.row.id) && self.obliges_only_own(event, actor)
    }

    /// Whether every department that the event obliges is one for which the person registers.
    pub fn obliges_only_own(&self, event: &LoadedEvent, actor: &Actor) -> bool {
        let named = &event.event.department_ids;
        let owners = event.duty_ids.iter().filter_map(|id| self.duties.get(id));
        let obliged: Vec<i64> = if named.is_empty() {
            owners.flat_map(|duty| &duty.owners).copied().collect()
        } else {
            named.clone()
        };
        !obliged.is_empty()
            && obliged
                .iter()
                .all(|id| Permission::RegisterEvents.held_in(actor, *id))
    }

    fn obligation(&self, asked: &Asked<'_>) -> EventObligation {
        let standing = &asked.standing;
        EventObligation {
            duty_id: asked.duty.id,
            in_force: asked.duty.is_in_force(self.today),
            column_path: asked.duty.column_path.clone(),
            department_ids: asked.departments.clone(),
            department_names: asked.departments.iter().map(|id| self.name(*id)).collect(),
            status: standing.status,
            due: standing.due,
            unannounced: standing.unannounced,
            arithmetic: standing.arithmetic.clone(),
            days_late: standing.days_late,
            answer: standing.answer.and_then(|(id, on)| {
                let publication = self.answers.get(&id)?;
                Some(EventAnswer {
                    title: publication.title.clone(),
                    url: publication.url.clone(),
                    on,
                    department_name: self.name(publication.department_id),
                    article_id: publication.article_id,
                })
            }),
        }
    }
}
