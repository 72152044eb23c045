//! What of the matrix holds when: rows have a first day and, once they ended, the day after their
//! last.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition};

use crate::entity::{duty, duty_tenure};

/// The duties of a site on a day.
#[must_use]
pub fn duties_on(site_id: i64, day: NaiveDate) -> Condition {
    duties_between(site_id, day, day)
}

/// The duties that a site had on any day of a span, both ends included.
#[must_use]
pub fn duties_between(site_id: i64, from: NaiveDate, to: NaiveDate) -> Condition {
    Condition::all()
        .add(duty::Column::SiteId.eq(site_id))
        .add(duty::Column::Since.lte(to))
        .add(not_over(duty::Column::UntilDay, from))
}

/// The tenures of a day.
#[must_use]
pub fn tenures_on(day: NaiveDate) -> Condition {
    tenures_between(day, day)
}

/// The tenures of any day of a span, both ends included.
#[must_use]
pub fn tenures_between(from: NaiveDate, to: NaiveDate) -> Condition {
    Condition::all()
        .add(duty_tenure::Column::Since.lte(to))
        .add(not_over(duty_tenure::Column::UntilDay, from))
}

fn not_over(until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gt(day))
}
