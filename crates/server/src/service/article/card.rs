//! What the review card shows beside the article.

use chrono::NaiveDate;
use lanmu_api::review_card::{Against, CardDue, ReviewCardView};
use sea_orm::sea_query::Condition;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::case::LoadedArticle;
use super::comparison::former;
use crate::clock::local;
use crate::entity::{article, duty};
use crate::service::freshness::{DutyFilter, standings};
use crate::service::inbox::awaiting;
use crate::session::SignedIn;

/// The card as this person sees it.
///
/// # Errors
/// The database cannot be reached, or holds what this version does not know.
pub async fn review_card<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    loaded: &LoadedArticle,
    today: NaiveDate,
) -> Result<ReviewCardView, DbErr> {
    let mut against = Vec::new();
    for kind in Against::ALL {
        // What the person saw says more than what was submitted to whomever.
        let told = kind == Against::Submitted && against.contains(&Against::Seen);
        if !told && former(db, loaded, who.person.id, kind).await?.is_some() {
            against.push(kind);
        }
    }
    let submitted_at = loaded
        .review
        .as_ref()
        .filter(|review| review.open)
        .map(|review| local(review.opened_at));
    let mut card = ReviewCardView {
        due: due(db, loaded, today).await?,
        submitted_at,
        previous: None,
        next: None,
        place: None,
        waiting: 0,
        against,
    };
    if let Some(waiting) = awaiting(who.person.site_id, &who.actor, None) {
        place(db, waiting, &loaded.article, &mut card).await?;
    }
    Ok(card)
}

/// Where the item stands among those that wait for the person: the order is that of the inbox.
async fn place<C: ConnectionTrait>(
    db: &C,
    waiting: Select<article::Entity>,
    item: &article::Model,
    card: &mut ReviewCardView,
) -> Result<(), DbErr> {
    use article::Column::{Id, StateSince};
    let same_time = |other: Condition| {
        Condition::all()
            .add(StateSince.eq(item.state_since))
            .add(other)
    };
    let before = waiting.clone().filter(
        Condition::any()
            .add(StateSince.lt(item.state_since))
            .add(same_time(Condition::all().add(Id.lt(item.id)))),
    );
    let after = waiting.clone().filter(
        Condition::any()
            .add(StateSince.gt(item.state_since))
            .add(same_time(Condition::all().add(Id.gt(item.id)))),
    );
    card.waiting = waiting.clone().count(db).await?;
    let own = waiting.filter(Id.eq(item.id)).count(db).await?;
    if own > 0 {
        card.place = Some(before.clone().count(db).await? + 1);
    }
    let id = |select: Select<article::Entity>| select.select_only().column(Id);
    card.previous = id(before)
        .order_by_desc(StateSince)
        .order_by_desc(Id)
        .into_tuple()
        .one(db)
        .await?;
    card.next = id(after)
        .order_by_asc(StateSince)
        .order_by_asc(Id)
        .into_tuple()
        .one(db)
        .await?;
    Ok(())
}

/// When the department owes the column its next update.
async fn due<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    today: NaiveDate,
) -> Result<Option<CardDue>, DbErr> {
    let duties: Vec<i64> = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .filter(duty::Column::ColumnId.eq(loaded.article.column_id))
        .into_tuple()
        .all(db)
        .await?;
    if duties.is_empty() {
        return Ok(None);
    }
    let filter = DutyFilter::Duties(duties);
    let standings = standings(db, loaded.article.site_id, today, &filter).await?;
    let owed = standings
        .duties
        .iter()
        .filter_map(|standing| standing.owed_by(loaded.article.department_id));
    Ok(owed
        .filter_map(|owed| {
            let due = owed.judgement.due?;
            Some(CardDue {
                status: owed.judgement.status,
                due,
                days_left: (due - today).num_days(),
            })
        })
        .min_by_key(|owed| owed.due))
}
