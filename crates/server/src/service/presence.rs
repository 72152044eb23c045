//! Who else has an item or a draft open. Who may know is decided by who asks here.

use chrono::TimeDelta;
use lanmu_api::presence::PresentPerson;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::presence::{ActiveModel, Column, Entity};
use crate::error::Problem;
use crate::session::SignedIn;

/// Whoever was not heard of for so long has left. Pages say every 20 seconds that they are there,
/// while somebody types or touches them.
const HEARD_WITHIN: TimeDelta = TimeDelta::seconds(90);

/// What two people can have open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The editor of an item.
    Article(i64),
    /// A draft of the matrix.
    MatrixDraft(i64),
}

impl Place {
    const fn key(self) -> (&'static str, i64) {
        match self {
            Self::Article(id) => ("article", id),
            Self::MatrixDraft(id) => ("matrix_draft", id),
        }
    }
}

/// Notes that the person is there under this post, or leaves, and gives the others. It is no act
/// and writes no ledger line.
///
/// # Errors
/// The database does not answer.
pub async fn present(
    write: &WriteTx,
    who: &SignedIn,
    place: Place,
    post: String,
    leaving: bool,
) -> Result<Vec<PresentPerson>, Problem> {
    let (now, (place, place_id)) = (write.now_utc(), place.key());
    let here = Entity::find()
        .filter(Column::Place.eq(place))
        .filter(Column::PlaceId.eq(place_id))
        .filter(Column::SeenAt.gte(now - HEARD_WITHIN))
        .order_by_asc(Column::Since)
        .order_by_asc(Column::Id)
        .all(write.tx())
        .await?;
    let own = here.iter().find(|row| row.person_id == who.person.id);
    let others = here.iter().filter(|row| row.person_id != who.person.id);
    let others = others.map(|row| PresentPerson {
        name: row.person_name.clone(),
        post: row.post.clone(),
        since: local(row.since),
    });
    let since = own.map_or(now, |row| row.since);
    let own = Column::Place
        .eq(place)
        .and(Column::PlaceId.eq(place_id))
        .and(Column::PersonId.eq(who.person.id));
    // Those not heard of go with it, wherever they were: what they had open may be gone.
    Entity::delete_many()
        .filter(Column::SeenAt.lt(now - HEARD_WITHIN).or(own))
        .exec(write.tx())
        .await?;
    if !leaving {
        ActiveModel {
            place: Set(place.to_owned()),
            place_id: Set(place_id),
            person_id: Set(who.person.id),
            person_name: Set(who.person.name.clone()),
            post: Set(post),
            since: Set(since),
            seen_at: Set(now),
            ..Default::default()
        }
        .insert(write.tx())
        .await?;
    }
    Ok(others.collect())
}
