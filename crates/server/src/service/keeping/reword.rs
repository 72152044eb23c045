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

/// Mode and cell from the day on, which has come; what was before holds for the days before.
///
/// # Errors
/// The database does not answer.
pub async fn reword(
    write: &WriteTx,
    duty: &LoadedDuty,
    mode: DutyMode,
    cell: &str,
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
        wording(write, duty.id, (duty.mode, &duty.owner_text), first).await?;
    }
    wording(write, duty.id, (mode, cell), day).await?;
    duty::Entity::update_many()
        .col_expr(duty::Column::Mode, Expr::value(to_key(&mode)))
        .col_expr(duty::Column::OwnerText, Expr::value(cell))
        .filter(duty::Column::Id.eq(duty.id))
        .exec(write.tx())
        .await?;
    Ok(())
}

async fn wording(
    write: &WriteTx,
    duty_id: i64,
    (mode, cell): (DutyMode, &str),
    day: NaiveDate,
) -> Result<(), DbErr> {
    let row = duty_wording::ActiveModel {
        site_id: Set(write.site_id()),
        duty_id: Set(duty_id),
        mode: Set(to_key(&mode)),
        owner_text: Set(cell.to_owned()),
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
