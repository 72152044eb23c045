//! Emergency releases as lists show them.

use chrono::{DateTime, FixedOffset};
use lanmu_api::emergency::EmergencyRow;
use sea_orm::{ConnectionTrait, DbErr};

use crate::entity::emergency_release;
use crate::service::article::{emergency_status, emergency_view, names};

/// The rows of a list, in the order given.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn rows<C: ConnectionTrait>(
    db: &C,
    found: &[emergency_release::Model],
    now: DateTime<FixedOffset>,
) -> Result<Vec<EmergencyRow>, DbErr> {
    let departments = found.iter().map(|row| row.department_id);
    let columns = found.iter().map(|row| row.column_id);
    let names = names(db, departments, columns).await?;
    found
        .iter()
        .map(|row| {
            let place = names.place(row.department_id, row.column_id);
            let view = emergency_view(row, now)?;
            Ok(EmergencyRow {
                id: row.id,
                article_id: row.article_id,
                title: row.title.clone(),
                department_name: place.department_name,
                column_path: place.column_path,
                status: emergency_status(row, now)?,
                by: view.by,
                reason: view.reason,
                at: view.at,
                due: view.due,
                review: view.review,
            })
        })
        .collect()
}
