//! What of the matrix holds on a day: rows have a first day and, once they ended, the day after
//! their last.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition};

use crate::entity::{duty, duty_tenure};

/// The duties of a site on a day.
#[must_use]
pub fn duties_on(site_id: i64, day: NaiveDate) -> Condition {
    Condition::all()
        .add(duty::Column::SiteId.eq(site_id))
        .add(duty::Column::Since.lte(day))
        .add(not_over(duty::Column::UntilDay, day))
}

/// The tenures of a day.
#[must_use]
pub fn tenures_on(day: NaiveDate) -> Condition {
    Condition::all()
        .add(duty_tenure::Column::Since.lte(day))
        .add(not_over(duty_tenure::Column::UntilDay, day))
}

fn not_over(until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gt(day))
}
