//! What becomes of delegations: those that the person gave end with the post, those that the person
//! received go to the successor where the rules for delegations allow it.

use chrono::{DateTime, Utc};
use lanmu_domain::delegation::suits;
use lanmu_domain::role::Post;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::find::Holding;
use crate::db::WriteTx;
use crate::entity::key::from_key;
use crate::entity::{delegation, person};
use crate::error::Problem;
use crate::service::delegation::{end_with, pass_to};
use crate::session::SignedIn;

/// The delegations of a person that are not over.
///
/// # Errors
/// The database does not answer.
pub(super) async fn of_person<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<delegation::Model>, DbErr> {
    delegation::Entity::find()
        .filter(
            Condition::any()
                .add(delegation::Column::PrincipalId.eq(person_id))
                .add(delegation::Column::DelegateId.eq(person_id)),
        )
        .filter(delegation::Column::EndedAt.is_null())
        .filter(delegation::Column::EndsAt.gt(now))
        .order_by_asc(delegation::Column::Id)
        .all(db)
        .await
}

/// Moves and ends them; gives how many of each. `left` is what the person still holds afterwards.
///
/// # Errors
/// The database does not answer.
pub(super) async fn settle(
    write: &WriteTx,
    who: &SignedIn,
    (leaving_id, successor): (i64, &person::Model),
    (gone, left): (&[Holding], &[Holding]),
    reason: &str,
) -> Result<(usize, usize), Problem> {
    let (mut moved, mut ended) = (0, 0);
    let left: Vec<Post> = left
        .iter()
        .map(|held| Post {
            role: held.role,
            department_id: held.department_id,
            title: held.title.clone(),
        })
        .collect();
    for row in of_person(write.tx(), leaving_id, write.now_utc()).await? {
        let given = row.principal_id == leaving_id;
        if given {
            if gone.iter().any(|held| held.id == row.post_id) {
                end_with(write, who, row, reason).await?;
                ended += 1;
            }
            continue;
        }
        if suits(from_key(&row.role)?, row.department_id, &left) {
            continue;
        }
        end_with(write, who, row.clone(), reason).await?;
        if pass_to(write, who, &row, successor, reason).await? {
            moved += 1;
        } else {
            ended += 1;
        }
    }
    Ok((moved, ended))
}
