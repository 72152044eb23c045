//! Which events somebody sees, and which of them are asked for.

use chrono::NaiveDate;
use lanmu_api::event::EventQuery;
use lanmu_domain::rule::DutyMode;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::entity::key::to_key;
use crate::entity::{duty, duty_tenure, event_department, event_duty, trigger_event};
use crate::service::freshness::Scope;

/// The events of a site that oblige, or obliged, a department of the scope.
pub(super) fn seen(site_id: i64, scope: &Scope, today: NaiveDate) -> Select<trigger_event::Entity> {
    let all = trigger_event::Entity::find().filter(trigger_event::Column::SiteId.eq(site_id));
    match scope.departments() {
        None => all,
        Some(ids) => all.filter(Expr::exists(obliging(ids, today))),
    }
}

/// Those of them that are asked for; the state is looked at only where the database knows it.
/// `pattern` is that of the words, made for LIKE.
pub(super) fn asked(
    events: Select<trigger_event::Entity>,
    query: &EventQuery,
    pattern: Option<String>,
) -> Select<trigger_event::Entity> {
    use trigger_event::Column as E;
    let mut asked = Condition::all()
        .add_option(query.trigger.map(|trigger| E::Kind.eq(to_key(&trigger))))
        .add_option(query.from.map(|day| E::OccurredOn.gte(day)))
        .add_option(query.to.map(|day| E::OccurredOn.lte(day)));
    if let Some(pattern) = pattern {
        let like = |column: E| {
            Expr::col((trigger_event::Entity, column))
                .like(LikeExpr::new(pattern.clone()).escape('\\'))
        };
        asked = asked.add(
            Condition::any()
                .add(like(E::Title))
                .add(like(E::DocumentNumber)),
        );
    }
    events.filter(asked)
}

/// A duty of the event for which one of the departments answered on its day or later. Where each
/// owes its own, the event must oblige that very department; what several share is seen by all.
fn obliging(departments: &[i64], today: NaiveDate) -> SelectStatement {
    let event = || Expr::col((trigger_event::Entity, trigger_event::Column::Id));
    let named = Query::select()
        .expr(Expr::val(1))
        .from(event_department::Entity)
        .and_where(event_department::Column::EventId.into_expr().eq(event()))
        .to_owned();
    let mut names_it = named.clone();
    names_it.and_where(
        event_department::Column::DepartmentId
            .into_expr()
            .eq(duty_tenure::Column::DepartmentId.into_expr()),
    );
    Query::select()
        .expr(Expr::val(1))
        .from(event_duty::Entity)
        .inner_join(
            duty::Entity,
            duty::Column::Id
                .into_expr()
                .eq(event_duty::Column::DutyId.into_expr()),
        )
        .inner_join(
            duty_tenure::Entity,
            duty_tenure::Column::DutyId
                .into_expr()
                .eq(event_duty::Column::DutyId.into_expr()),
        )
        .and_where(event_duty::Column::EventId.into_expr().eq(event()))
        .and_where(duty_tenure::Column::DepartmentId.is_in(departments.iter().copied()))
        .and_where(duty_tenure::Column::Since.lte(today))
        .cond_where(
            Condition::any()
                .add(duty_tenure::Column::UntilDay.is_null())
                .add(duty_tenure::Column::UntilDay.into_expr().gt(Expr::col((
                    trigger_event::Entity,
                    trigger_event::Column::OccurredOn,
                )))),
        )
        .cond_where(
            Condition::any()
                .add(duty::Column::Mode.eq(to_key(&DutyMode::Shared)))
                .add(Expr::exists(named).not())
                .add(Expr::exists(names_it)),
        )
        .to_owned()
}
