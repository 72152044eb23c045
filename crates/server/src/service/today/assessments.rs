//! 评估审查: what is withheld and has to be looked at again.

use chrono::{Days, NaiveDate};
use lanmu_api::today::TodayItem;
use lanmu_domain::review::ArticleState;
use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{ITEMS_MAX, Part};
use crate::entity::article;
use crate::service::article::names;
use crate::session::SignedIn;

/// How many days before the day leaders have it on their list.
const AHEAD: Days = Days::new(30);

/// Of the departments that the person leads what is due within a month; for a coordinator what is
/// overdue anywhere. The earliest first.
pub(super) async fn to_assess<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    today: NaiveDate,
) -> Result<Part, DbErr> {
    use article::Column;
    let posts = who.actor.posts.iter();
    let delegated = who.actor.delegated.iter().map(|delegated| &delegated.post);
    let leads: Vec<i64> = posts
        .chain(delegated)
        .filter(|post| post.role == Role::Leader)
        .filter_map(|post| post.department_id)
        .collect();
    let mut mine = Condition::any();
    if !leads.is_empty() {
        let soon = today.checked_add_days(AHEAD).unwrap_or(today);
        let of_mine = Condition::all()
            .add(Column::DepartmentId.is_in(leads))
            .add(Column::AssessBy.lte(soon));
        mine = mine.add(of_mine);
    }
    if who.actor.holds(Role::Coordinator) {
        mine = mine.add(Column::AssessBy.lt(today));
    }
    if mine.is_empty() {
        return Ok(Part::default());
    }
    let waiting = article::Entity::find()
        .filter(Column::SiteId.eq(who.person.site_id))
        .filter(Column::State.eq(ArticleState::Filed.key()))
        .filter(mine);
    let total = waiting.clone().count(db).await?;
    let found = waiting
        .order_by_asc(Column::AssessBy)
        .order_by_asc(Column::Id)
        .limit(ITEMS_MAX)
        .all(db)
        .await?;
    let names = names(db, found.iter().map(|row| row.department_id), []).await?;
    let items = found
        .into_iter()
        .filter_map(|row| {
            let due = row.assess_by?;
            Some(TodayItem::Assessment {
                article_id: row.id,
                department_name: names.place(row.department_id, 0).department_name,
                title: row.title,
                due,
                overdue: due < today,
            })
        })
        .collect();
    Ok(Part { items, total })
}
