//! Which emergency releases.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::{EmergencyStatus, EmergencyVerdict};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::clock::start_of;
use crate::entity::emergency_release::{Column, Entity};
use crate::session::SignedIn;

/// The filters of the list.
#[derive(Clone, Copy, Debug, Default)]
pub struct EmergencyFilter {
    /// Only those that stand like this.
    pub status: Option<EmergencyStatus>,
    /// Only those of this department.
    pub department_id: Option<i64>,
    /// Released on this day or later.
    pub from: Option<NaiveDate>,
    /// Released on this day or earlier.
    pub to: Option<NaiveDate>,
}

/// Those that the person may see and the filters leave: all for who sees the whole matrix, those
/// of the own departments for others.
#[must_use]
pub fn matching(
    who: &SignedIn,
    filter: EmergencyFilter,
    now: DateTime<FixedOffset>,
) -> Select<Entity> {
    let mut select = of_person(who);
    if let Some(status) = filter.status {
        select = select.filter(stands(status, now));
    }
    if let Some(id) = filter.department_id {
        select = select.filter(Column::DepartmentId.eq(id));
    }
    in_period(select, filter.from, filter.to)
}

/// Those that the person may see.
pub(super) fn of_person(who: &SignedIn) -> Select<Entity> {
    let select = Entity::find().filter(Column::SiteId.eq(who.person.site_id));
    if Permission::ViewWholeMatrix.held(&who.actor) {
        return select;
    }
    select.filter(Column::DepartmentId.is_in(who.departments()))
}

pub(super) fn in_period(
    mut select: Select<Entity>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Select<Entity> {
    if let Some(at) = from.and_then(start_of) {
        select = select.filter(Column::At.gte(at));
    }
    let next = to.and_then(|day| day.checked_add_days(Days::new(1)));
    if let Some(at) = next.and_then(start_of) {
        select = select.filter(Column::At.lt(at));
    }
    select
}

/// The same as [`EmergencyStatus::at`], asked of the database.
pub(super) fn stands(status: EmergencyStatus, now: DateTime<FixedOffset>) -> Condition {
    let found = |verdict: EmergencyVerdict| Condition::all().add(Column::Verdict.eq(verdict.key()));
    let open = || {
        Condition::all()
            .add(Column::Verdict.is_null())
            .add(Column::Void.eq(false))
    };
    match status {
        EmergencyStatus::Upheld => found(EmergencyVerdict::Upheld),
        EmergencyStatus::Ordered => found(EmergencyVerdict::WithdrawalOrdered),
        EmergencyStatus::Void => Condition::all()
            .add(Column::Verdict.is_null())
            .add(Column::Void.eq(true)),
        EmergencyStatus::Overdue => open().add(Column::DueAt.lt(now.to_utc())),
        EmergencyStatus::Waiting => open().add(Column::DueAt.gte(now.to_utc())),
    }
}
