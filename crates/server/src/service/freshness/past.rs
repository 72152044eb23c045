//! The past of duties: how they stood on every day of a span, and who answers for what was late.

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Account, Past, RuleHistory, StatusRun, Tenure, account, parties, status_runs,
};
use lanmu_domain::parameters::Timeline;
use lanmu_domain::rule::{AppliedRule, DutyMode};
use sea_orm::{ConnectionTrait, DbErr};

use super::judging::DutyFacts;
use super::{AsOf, DutyFilter, LoadedDuty, evidence, figures, matrix, work_calendar};

/// Everything by which the past of some duties is judged.
pub struct Pasts {
    /// The working-day calendar.
    pub calendar: WorkCalendar,
    /// The figures over time.
    pub timeline: Timeline,
    /// The duties that existed on any day of the span, in the order of the table.
    pub duties: Vec<DutyPast>,
}

/// A duty with everything that is known of it today.
pub struct DutyPast {
    /// The duty; owners are those of the last day of the span.
    pub duty: LoadedDuty,
    facts: DutyFacts,
    rules: Vec<(NaiveDate, Vec<AppliedRule>)>,
}

/// Loads the duties of a span by all that is known today.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn pasts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    (from, to): (NaiveDate, NaiveDate),
    filter: &DutyFilter,
) -> Result<Pasts, DbErr> {
    let as_of = AsOf {
        day: to,
        since: from,
        known_at: None,
    };
    let timeline = figures(db, site_id).await?;
    let loaded = matrix::duties(db, site_id, as_of, timeline.on(to), filter).await?;
    let mut evidence = evidence::gather(db, site_id, as_of, filter, &loaded).await?;
    let duties = loaded
        .into_iter()
        .map(|duty| DutyPast {
            facts: DutyFacts::take(&duty, &mut evidence),
            rules: if duty.rule_history.is_empty() {
                vec![(NaiveDate::MIN, duty.rules.clone())]
            } else {
                duty.rule_history.clone()
            },
            duty,
        })
        .collect();
    Ok(Pasts {
        calendar: work_calendar(db, site_id, None).await?,
        timeline,
        duties,
    })
}

impl DutyPast {
    /// The days of a span that the duty existed on; `None` for none of them.
    fn within(&self, (from, to): (NaiveDate, NaiveDate)) -> Option<(NaiveDate, NaiveDate)> {
        let last = self.duty.until.and_then(|until| until.pred_opt());
        let span = (
            from.max(self.duty.since),
            last.map_or(to, |last| last.min(to)),
        );
        (span.0 <= span.1).then_some(span)
    }

    /// How each party stood on every day of the span: the departments, and runs of days with the
    /// same status.
    #[must_use]
    pub fn runs(
        &self,
        pasts: &Pasts,
        span: (NaiveDate, NaiveDate),
    ) -> Vec<(Vec<i64>, Vec<StatusRun>)> {
        let Some((from, to)) = self.within(span) else {
            return Vec::new();
        };
        parties(self.duty.mode, &self.duty.owners)
            .into_iter()
            .map(|party| {
                let past = self.past(pasts, party, to);
                (party.to_vec(), status_runs(&past, from, to))
            })
            .collect()
    }

    /// What each department that answered for the duty in the span answers for.
    #[must_use]
    pub fn accounts(&self, pasts: &Pasts, span: (NaiveDate, NaiveDate)) -> Vec<(i64, Account)> {
        let Some((from, to)) = self.within(span) else {
            return Vec::new();
        };
        self.duty
            .tenures
            .iter()
            .map(|tenure| {
                let own = [tenure.department_id];
                let (party, day) = match self.duty.mode {
                    DutyMode::Each => (own.as_slice(), last_day(tenure, to)),
                    DutyMode::Shared => (self.duty.owners.as_slice(), to),
                };
                let past = self.past(pasts, party, day);
                (tenure.department_id, account(&past, *tenure, from, to))
            })
            .collect()
    }

    fn past<'a>(&'a self, pasts: &'a Pasts, party: &'a [i64], day: NaiveDate) -> Past<'a> {
        Past {
            rules: RuleHistory(&self.rules),
            party,
            facts: self.facts.of(&self.duty, party, day),
            calendar: &pasts.calendar,
            timeline: &pasts.timeline,
        }
    }
}

/// The last day of a tenure, but not after the span.
fn last_day(tenure: &Tenure, to: NaiveDate) -> NaiveDate {
    let last = tenure.until.and_then(|until| until.pred_opt());
    last.map_or(to, |last| last.min(to))
}
