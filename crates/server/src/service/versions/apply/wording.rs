//! What the cells of a duty say from a day on.

use chrono::NaiveDate;
use lanmu_domain::rule::DutyMode;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::Reform;
use crate::entity::key::to_key;
use crate::entity::{duty, duty_wording};
use crate::error::Problem;
use crate::service::freshness::LoadedDuty;

/// Mode, 责任部门, and 备注 where a version decided it.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub mode: DutyMode,
    pub owner_text: String,
    pub remark: Option<String>,
}

impl Wording {
    /// As it is.
    pub fn of(duty: &LoadedDuty) -> Self {
        Self {
            mode: duty.mode,
            owner_text: duty.owner_text.clone(),
            remark: duty.remark_decided.then(|| duty.remark.clone()),
        }
    }

    /// With another cell 责任部门.
    pub fn cell(mut self, cell: &str) -> Self {
        cell.clone_into(&mut self.owner_text);
        self
    }
}

impl Reform<'_> {
    /// The wording from the day on; what was before holds for the days before.
    pub(super) async fn word(&self, duty: &LoadedDuty, wording: Wording) -> Result<(), Problem> {
        let tx = self.write.tx();
        let known = duty_wording::Entity::find()
            .filter(duty_wording::Column::DutyId.eq(duty.id))
            .count(tx)
            .await?;
        if known == 0 {
            // The cell that came with the duty begins with it, and what was decided since stands
            // beside it.
            let first = duty.since.min(self.day);
            self.wording(duty.id, Wording::of(duty), first).await?;
        }
        duty::Entity::update_many()
            .col_expr(duty::Column::Mode, Expr::value(to_key(&wording.mode)))
            .col_expr(
                duty::Column::OwnerText,
                Expr::value(wording.owner_text.clone()),
            )
            .filter(duty::Column::Id.eq(duty.id))
            .exec(tx)
            .await?;
        self.wording(duty.id, wording, self.day).await
    }

    async fn wording(&self, duty_id: i64, wording: Wording, day: NaiveDate) -> Result<(), Problem> {
        let row = duty_wording::ActiveModel {
            site_id: Set(self.write.site_id()),
            duty_id: Set(duty_id),
            mode: Set(to_key(&wording.mode)),
            owner_text: Set(wording.owner_text),
            remark: Set(wording.remark),
            effective_from: Set(day),
            ..Default::default()
        };
        row.insert(self.write.tx()).await?;
        Ok(())
    }

    /// What the cell 责任部门 says on the day: where owners were named past it, their names.
    pub(super) async fn cell_on_the_day(&self, duty: &LoadedDuty) -> Result<String, Problem> {
        if duty.owners_named(self.day) {
            self.cell_of(&duty.owners).await
        } else {
            Ok(duty.owner_text.clone())
        }
    }
}
