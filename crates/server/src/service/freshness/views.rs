//! Standings as the wire shows them.

use chrono::NaiveDate;
use lanmu_api::calendar::StatusCount;
use lanmu_api::matrix::{DutyRow, OwnerJudgement, OwnerStanding};
use lanmu_domain::freshness::{Status, closed_since};
use lanmu_domain::rule::DutyMode;

use super::{DutyStanding, LoadedDuty, Obligation, Standings};

impl DutyStanding {
    /// The obligations that somebody sees who may see these departments; all for `None`. A shared
    /// obligation is seen whole by each of its owners.
    pub fn visible<'a>(
        &'a self,
        departments: Option<&'a [i64]>,
    ) -> impl Iterator<Item = &'a Obligation> {
        self.obligations
            .iter()
            .filter(move |o| o.concerns(departments))
    }

    /// The row of the matrix as somebody sees it who may see these departments; everything for
    /// `None`. Status, due date and last evidence are those of the obligations that are seen.
    #[must_use]
    pub fn row(&self, departments: Option<&[i64]>, today: NaiveDate) -> DutyRow {
        let duty = &self.duty;
        let seen = || self.visible(departments);
        DutyRow {
            id: duty.id,
            annex_row: duty.annex_row,
            column_id: duty.column_id,
            column_path: duty.column_path.clone(),
            column_kind: duty.column_kind,
            requirement: duty.requirement.clone(),
            owner_text: duty.owner_text.clone(),
            mode: duty.mode,
            owners: seen().flat_map(Obligation::owner_standings).collect(),
            status: seen()
                .map(|o| o.judgement.status)
                .min()
                .unwrap_or(Status::NoClock),
            due: seen().filter_map(|o| o.judgement.due).min(),
            last_updated_on: seen().filter_map(|o| o.judgement.last_updated_on).max(),
            doubtful: duty.doubtful,
            closed_since: closed_since(&duty.closures, today),
            initials: String::new(),
        }
    }

    /// The judgements as somebody sees them who may see these departments.
    #[must_use]
    pub fn owner_judgements(&self, departments: Option<&[i64]>) -> Vec<OwnerJudgement> {
        self.visible(departments)
            .map(|o| OwnerJudgement {
                department_id: match self.duty.mode {
                    DutyMode::Each => o.departments.first().copied(),
                    DutyMode::Shared => None,
                },
                judgement: o.judgement.clone(),
            })
            .collect()
    }
}

impl Obligation {
    /// Whether somebody sees it who may see these departments.
    #[must_use]
    pub fn concerns(&self, departments: Option<&[i64]>) -> bool {
        departments.is_none_or(|seen| self.departments.iter().any(|id| seen.contains(id)))
    }

    fn owner_standings(&self) -> impl Iterator<Item = OwnerStanding> {
        self.departments.iter().map(|id| OwnerStanding {
            department_id: *id,
            status: self.judgement.status,
            due: self.judgement.due,
            last_updated_on: self.judgement.last_updated_on,
        })
    }
}

impl Standings {
    /// How many obligations of some departments have each status; of all for `None`.
    #[must_use]
    pub fn totals(&self, departments: Option<&[i64]>) -> Vec<StatusCount> {
        Status::ALL
            .into_iter()
            .map(|status| {
                let of_status =
                    |entry: &(&LoadedDuty, &Obligation)| entry.1.judgement.status == status;
                let count = self.obligations(departments).filter(of_status).count() as u64;
                StatusCount { status, count }
            })
            .collect()
    }
}
