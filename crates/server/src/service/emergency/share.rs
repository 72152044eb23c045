//! The share of emergency releases among all releases.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use lanmu_api::emergency::{EmergencyShare, EmergencyShareView};
use lanmu_domain::permission::Permission;
use lanmu_domain::review::Stage;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::select::{in_period, of_person};
use crate::clock::start_of;
use crate::entity::{article, emergency_release, opinion};
use crate::service::article::{names, verdict};
use crate::session::SignedIn;

/// The figure for a period, of the departments that the person sees.
///
/// # Errors
/// The database cannot be reached.
pub async fn share<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<EmergencyShareView, DbErr> {
    let emergencies: Vec<i64> = in_period(of_person(who), Some(from), Some(to))
        .select_only()
        .column(emergency_release::Column::DepartmentId)
        .filter(
            emergency_release::Column::Void
                .eq(false)
                .or(emergency_release::Column::Verdict.is_not_null()),
        )
        .into_tuple()
        .all(db)
        .await?;
    let mut counts: BTreeMap<i64, EmergencyShare> = BTreeMap::new();
    for department_id in emergencies {
        let count = counts.entry(department_id).or_default();
        count.emergencies += 1;
        count.releases += 1;
    }
    for department_id in approved(db, who, (from, to)).await? {
        counts.entry(department_id).or_default().releases += 1;
    }
    let names = names(db, counts.keys().copied(), []).await?;
    let mut all = EmergencyShare::default();
    let mut departments = Vec::new();
    for (department_id, count) in counts {
        all.emergencies += count.emergencies;
        all.releases += count.releases;
        if count.emergencies > 0 {
            departments.push(EmergencyShare {
                department_name: names.place(department_id, 0).department_name,
                ..count
            });
        }
    }
    departments.sort_by_key(|count| std::cmp::Reverse(count.emergencies));
    Ok(EmergencyShareView {
        from,
        to,
        departments,
        all,
    })
}

/// The department of each release by a third review that stands.
async fn approved<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<i64>, DbErr> {
    use opinion::Column;
    let mut given = opinion::Entity::find()
        .select_only()
        .column(Column::ArticleId)
        .filter(Column::Stage.eq(Stage::Release.number()))
        .filter(Column::Verdict.eq(verdict::APPROVED))
        .filter(Column::Voided.eq(false));
    if let Some(at) = start_of(from) {
        given = given.filter(Column::At.gte(at));
    }
    if let Some(at) = to.checked_add_days(Days::new(1)).and_then(start_of) {
        given = given.filter(Column::At.lt(at));
    }
    // An approval that stands is the only one of its article.
    let mut released = article::Entity::find()
        .select_only()
        .column(article::Column::DepartmentId)
        .filter(article::Column::SiteId.eq(who.person.site_id))
        .filter(article::Column::Id.in_subquery(given.into_query()));
    if !Permission::ViewWholeMatrix.held(&who.actor) {
        released = released.filter(article::Column::DepartmentId.is_in(who.departments()));
    }
    released.into_tuple().all(db).await
}
