//! Obligations as the wire shows them.

use chrono::{Days, NaiveDate};
use lanmu_api::calendar::CalendarDay;
use lanmu_api::obligation::{AHEAD_DAYS, ObligationView, ObligationsView};
use lanmu_domain::calendar::WorkCalendar;

use super::{LoadedDuty, Obligation, Standings};

impl Standings {
    /// An obligation as lists show it.
    #[must_use]
    pub fn obligation_view(&self, duty: &LoadedDuty, owed: &Obligation) -> ObligationView {
        let deciding = owed.judgement.deciding;
        ObligationView {
            due: owed.judgement.due,
            duty_id: duty.id,
            column_id: duty.column_id,
            column_path: duty.column_path.clone(),
            department_ids: owed.departments.clone(),
            department_names: owed
                .departments
                .iter()
                .map(|id| self.department_name(*id).to_owned())
                .collect(),
            status: owed.judgement.status,
            rule: deciding
                .and_then(|index| duty.rules.get(index))
                .map(|applied| applied.rule.kind()),
            arithmetic: owed.arithmetic(),
            last_updated_on: owed.judgement.last_updated_on,
            unannounced: owed.unannounced(),
        }
    }

    /// The obligations of some departments, of all for `None`, by due date (none last), then by
    /// status, then by the order of the table.
    #[must_use]
    pub fn obligation_views(&self, departments: Option<&[i64]>) -> Vec<ObligationView> {
        let mut views: Vec<_> = self
            .obligations(departments)
            .map(|(duty, owed)| (duty.position, self.obligation_view(duty, owed)))
            .collect();
        views.sort_by_key(|(position, view)| {
            (view.due.unwrap_or(NaiveDate::MAX), view.status, *position)
        });
        views.into_iter().map(|(_, view)| view).collect()
    }

    /// The whole document.
    #[must_use]
    pub fn obligations_view(&self, departments: Option<&[i64]>, past: bool) -> ObligationsView {
        let ahead = Days::new(AHEAD_DAYS);
        let last = self.today.checked_add_days(ahead).unwrap_or(self.today);
        ObligationsView {
            today: self.today,
            past,
            items: self.obligation_views(departments),
            totals: self.totals(departments),
            days: calendar_days(&self.calendar, self.today, last),
        }
    }
}

/// The days of a span.
#[must_use]
pub fn calendar_days(calendar: &WorkCalendar, from: NaiveDate, to: NaiveDate) -> Vec<CalendarDay> {
    use chrono::Datelike;
    from.iter_days()
        .take_while(|day| *day <= to)
        .map(|date| CalendarDay {
            date,
            kind: calendar.day_kind(date),
            announced: calendar.is_announced(date.year()),
        })
        .collect()
}
