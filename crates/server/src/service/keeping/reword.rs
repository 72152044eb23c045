//! 责任部门 and 责任方式 as the table has them: another wording from a day on.

use chrono::NaiveDate;
use lanmu_domain::annex::DoubtKind;
use lanmu_domain::rule::DutyMode;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::{duty, duty_doubt, duty_wording};
use crate::service::freshness::LoadedDuty;

/// What is doubtful in how owners are written.
const ABOUT_NAMES: [DoubtKind; 4] = [
    DoubtKind::UnknownDepartment,
    DoubtKind::AliasUsed,
    DoubtKind::BracketedOwner,
    DoubtKind::RepeatedOwner,
];

/// Mode, 责任部门, and 备注 where a version decided it.
#[derive(Clone, Debug)]
pub struct Wording {
    /// 责任方式.
    pub mode: DutyMode,
    /// The cell 责任部门.
    pub owner_text: String,
    /// The cell 备注.
    pub remark: Option<String>,
}

impl Wording {
    /// As it is.
    #[must_use]
    pub fn of(duty: &LoadedDuty) -> Self {
        Self {
            mode: duty.mode,
            owner_text: duty.owner_text.clone(),
            remark: duty.remark_decided.then(|| duty.remark.clone()),
        }
    }

    /// With another cell 责任部门.
    #[must_use]
    pub fn cell(mut self, cell: &str) -> Self {
        cell.clone_into(&mut self.owner_text);
        self
    }
}

/// The wording from the day on, which has come; what was before holds for the days before.
///
/// # Errors
/// The database does not answer.
pub async fn reword(
    write: &WriteTx,
    duty: &LoadedDuty,
    wording: Wording,
    day: NaiveDate,
) -> Result<(), DbErr> {
    let known = duty_wording::Entity::find()
        .filter(duty_wording::Column::DutyId.eq(duty.id))
        .count(write.tx())
        .await?;
    if known == 0 {
        // The cell that came with the duty begins with it, and what was decided since stands
        // beside it.
        let first = duty.since.min(day);
        store(write, duty.id, Wording::of(duty), first).await?;
    }
    duty::Entity::update_many()
        .col_expr(duty::Column::Mode, Expr::value(to_key(&wording.mode)))
        .col_expr(
            duty::Column::OwnerText,
            Expr::value(wording.owner_text.clone()),
        )
        .filter(duty::Column::Id.eq(duty.id))
        .exec(write.tx())
        .await?;
    store(write, duty.id, wording, day).await
}

async fn store(
    write: &WriteTx,
    duty_id: i64,
    wording: Wording,
    day: NaiveDate,
) -> Result<(), DbErr> {
    let row = duty_wording::ActiveModel {
        site_id: Set(write.site_id()),
        duty_id: Set(duty_id),
        mode: Set(to_key(&wording.mode)),
        owner_text: Set(wording.owner_text),
        remark: Set(wording.remark),
        effective_from: Set(day),
        ..Default::default()
    };
    row.insert(write.tx()).await?;
    Ok(())
}

/// Whether the owners, as the cell has them, are written in a way that somebody has to confirm.
///
/// # Errors
/// The database does not answer.
pub(super) async fn is_doubtful(write: &WriteTx, duty: &LoadedDuty) -> Result<bool, DbErr> {
    let doubts = duty_doubt::Entity::find()
        .filter(duty_doubt::Column::SiteId.eq(write.site_id()))
        .filter(duty_doubt::Column::MatrixVersionId.eq(duty.matrix_version_id))
        .filter(duty_doubt::Column::AnnexRow.eq(duty.annex_row))
        .filter(duty_doubt::Column::Kind.is_in(ABOUT_NAMES.map(|kind| to_key(&kind))))
        .filter(duty_doubt::Column::Text.eq(duty.owner_text.as_str()))
        .count(write.tx())
        .await?;
    Ok(doubts > 0)
}
