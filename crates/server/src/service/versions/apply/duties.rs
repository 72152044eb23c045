//! 责任: requirement, owners, mode and remark of a column.

use std::collections::HashSet;

use lanmu_api::column::SetRules;
use lanmu_domain::matrix_change::{ColumnRef, Owners};
use lanmu_domain::rule::{DutyMode, Reach, Rule};

use super::super::requirement::rules_of;
use super::Reform;
use crate::error::Problem;
use crate::service::freshness::{LoadedDuty, figures};
use crate::service::keeping::{self, Wording};

impl Reform<'_> {
    /// A setting of the column in place of its cell; the duty and its clocks go on.
    pub(super) async fn set_requirement(
        &self,
        column: ColumnRef,
        requirement: &str,
        rules: Option<&[Rule]>,
    ) -> Result<(), Problem> {
        let id = self.column("column", column).await?;
        let timeline = figures(self.write.tx(), self.write.site_id()).await?;
        let rules = match rules {
            Some(rules) => rules.to_vec(),
            None => rules_of(requirement, timeline.on(self.day))?,
        };
        let request = SetRules {
            reach: Reach::Default,
            rules,
            take_back: false,
            words: requirement.to_owned(),
            basis: self.head.basis().to_owned(),
            effective_from: self.day,
            reason: self.head.cause(),
        };
        let kept = keeping::set_rules(self.write, self.who, id, &request).await;
        kept.map(|_| ())
    }

    pub(super) async fn set_owners(
        &self,
        column: ColumnRef,
        owners: &Owners,
    ) -> Result<(), Problem> {
        let (ids, cell) = self.owners(owners).await?;
        let mut changed = false;
        for duty in self.of_column(column).await? {
            changed |= duty.owner_text != cell || !keeping::same(&duty.owners, &ids);
            self.give(&duty, &ids, &cell).await?;
        }
        if changed {
            return Ok(());
        }
        let message = "所选部门就是届时的责任部门，无须调整。";
        Err(Problem::invalid_field("owners", message))
    }

    pub(super) async fn set_mode(&self, column: ColumnRef, mode: DutyMode) -> Result<(), Problem> {
        let duties = self.of_column(column).await?;
        if duties.iter().all(|duty| duty.mode == mode) {
            let message = format!("该栏目的责任方式就是{}，无须调整。", mode.label());
            return Err(Problem::invalid_field("mode", message));
        }
        for duty in duties {
            let cell = self.cell_on_the_day(&duty).await?;
            let wording = Wording::of(&duty).cell(&cell);
            self.word(&duty, Wording { mode, ..wording }).await?;
        }
        Ok(())
    }

    /// The remark of the row: where it has several columns, they have it together.
    pub(super) async fn set_remark(&self, column: ColumnRef, remark: &str) -> Result<(), Problem> {
        let mut wrong = keeping::Wrong::default();
        let remark = wrong.optional("remark", "备注", remark);
        wrong.none()?;
        let rows = self.of_column(column).await?;
        let rows: HashSet<i32> = rows.iter().map(|duty| duty.annex_row).collect();
        let duties = self
            .duties(|duty| rows.contains(&duty.annex_row) && duty.remark != remark)
            .await?;
        if duties.is_empty() {
            let message = "备注与届时的备注相同，无须调整。";
            return Err(Problem::invalid_field("remark", message));
        }
        for duty in duties {
            let cell = self.cell_on_the_day(&duty).await?;
            let mut wording = Wording::of(&duty).cell(&cell);
            wording.remark = Some(remark.clone());
            self.word(&duty, wording).await?;
        }
        Ok(())
    }

    /// The duties of a column.
    ///
    /// # Errors
    /// 422 where it has none.
    async fn of_column(&self, column: ColumnRef) -> Result<Vec<LoadedDuty>, Problem> {
        let id = self.column("column", column).await?;
        let duties = self.duties(|duty| duty.column_id == id).await?;
        if duties.is_empty() {
            let message = "该栏目没有责任项，只用于归类，请选择下级栏目。";
            return Err(Problem::invalid_field("column", message));
        }
        Ok(duties)
    }

    /// Gives a duty to owners, and its cell the words for it.
    pub(super) async fn give(
        &self,
        duty: &LoadedDuty,
        owners: &[i64],
        cell: &str,
    ) -> Result<(), Problem> {
        let given = !keeping::same(&duty.owners, owners);
        if given {
            let cause = self.head.cause();
            let of_day = (self.day, cause.as_str());
            keeping::hand_over(self.write, self.who, duty, owners, of_day).await?;
        }
        if given || duty.owner_text != cell {
            self.word(duty, Wording::of(duty).cell(cell)).await?;
        }
        Ok(())
    }
}
