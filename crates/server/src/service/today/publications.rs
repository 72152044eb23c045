//! Doubtful publications: one line with their number for the coordinators, each of them for the
//! officers of the department.

use lanmu_api::publication::DoubtState;
use lanmu_api::today::TodayItem;
use lanmu_domain::permission::Permission;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::items::officer_of;
use super::{ITEMS_MAX, Part};
use crate::clock::local;
use crate::entity::publication;
use crate::service::article::names;
use crate::service::publication::{doubts_of, of_state};
use crate::session::SignedIn;

/// How many wait for a verdict.
pub(super) async fn to_judge<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    if !Permission::ManageMatrix.held(&who.actor) {
        return Ok(Part::default());
    }
    let open = publication::Entity::find().filter(of_state(who.person.site_id, DoubtState::Open));
    let oldest = open
        .clone()
        .order_by_asc(publication::Column::RecordedAt)
        .one(db)
        .await?;
    let Some(oldest) = oldest else {
        return Ok(Part::default());
    };
    let item = TodayItem::Verdicts {
        count: open.count(db).await?,
        since: local(oldest.recorded_at),
    };
    Ok(Part {
        items: vec![item],
        total: 1,
    })
}

/// Those of the departments for which the person writes, the oldest first.
pub(super) async fn doubtful<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let own = officer_of(&who.actor);
    if own.is_empty() {
        return Ok(Part::default());
    }
    let open = publication::Entity::find()
        .filter(of_state(who.person.site_id, DoubtState::Open))
        .filter(publication::Column::DepartmentId.is_in(own));
    let found = open
        .clone()
        .order_by_asc(publication::Column::RecordedAt)
        .order_by_asc(publication::Column::Id)
        .limit(ITEMS_MAX)
        .all(db)
        .await?;
    let listed = found.len() as u64;
    let total = if listed < ITEMS_MAX {
        listed
    } else {
        open.count(db).await?
    };
    let departments = found.iter().map(|row| row.department_id);
    let names = names(db, departments, []).await?;
    let items = found
        .into_iter()
        .map(|row| {
            let place = names.place(row.department_id, row.column_id);
            Ok(TodayItem::Doubtful {
                publication_id: row.id,
                article_id: row.article_id,
                department_name: place.department_name,
                published_at: local(row.published_at),
                doubts: doubts_of(&row)?,
                title: row.title,
            })
        })
        .collect::<Result<_, DbErr>>()?;
    Ok(Part { items, total })
}
