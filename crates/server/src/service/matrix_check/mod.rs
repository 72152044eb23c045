//! 责任表核查: the table as it stands today is looked through for what it leaves open.

mod load;
mod table;

use chrono::NaiveDate;
use lanmu_api::matrix_check::MatrixCheckView;
use lanmu_domain::annex::Doubt;
use lanmu_domain::freshness::closed_since;
use lanmu_domain::matrix_check::{
    CheckedColumn, CheckedDepartment, CheckedDuty, check_columns, check_departments, check_duties,
};
use sea_orm::{ConnectionTrait, DbErr};

use super::freshness::{DutyFilter, duties_in_force};
use load::{addresses, departments, doubts};

pub use table::table;

/// Everything that is open; closed columns leave nothing open.
///
/// # Errors
/// The database does not answer, or holds keys that this version does not know.
pub async fn check<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
) -> Result<MatrixCheckView, DbErr> {
    let mut duties = duties_in_force(db, site_id, today, &DutyFilter::All).await?;
    duties.retain(|duty| closed_since(&duty.closures, today).is_none());
    let found = doubts(db, site_id).await?;
    let none: Vec<Doubt> = Vec::new();
    let checked: Vec<CheckedDuty<'_>> = duties
        .iter()
        .map(|duty| CheckedDuty {
            id: duty.id,
            row: duty.annex_row,
            column_path: &duty.column_path,
            requirement: &duty.requirement,
            owner_text: &duty.owner_text,
            owners: &duty.owners,
            owners_named: duty.owners_named(today),
            rules: &duty.rules,
            doubts: found
                .get(&(duty.matrix_version_id, duty.annex_row))
                .unwrap_or(&none),
        })
        .collect();
    let known = addresses(db, site_id).await?;
    let columns: Vec<CheckedColumn<'_>> = duties
        .iter()
        .zip(&checked)
        .map(|(duty, checked)| CheckedColumn {
            duty: checked,
            address: known.get(&duty.column_id).map(String::as_str),
        })
        .collect();
    let staffed: Vec<CheckedDepartment> = departments(db, site_id, &duties).await?;
    let mut gaps = check_duties(&checked);
    gaps.extend(check_departments(&staffed));
    gaps.extend(check_columns(&columns));
    gaps.sort_by_key(|gap| gap.kind);
    Ok(MatrixCheckView { today, gaps })
}
