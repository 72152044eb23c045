//! A department keeps somebody for each stage of the three reviews.

use lanmu_api::error::ErrorCode;
use lanmu_domain::role::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::db::WriteTx;
use crate::entity::key::from_key;
use crate::entity::{department, post};
use crate::error::Problem;
use crate::service::holders::holders;

/// Refuses to take these posts from a person where a department would be left without anybody for a
/// stage.
///
/// # Errors
/// 409 that names the departments and leads to the hand-over.
pub(super) async fn keep_every_stage(
    write: &WriteTx,
    person_id: i64,
    posts: &[post::Model],
) -> Result<(), Problem> {
    let mut empty = Vec::new();
    for held in posts {
        let role: Role = from_key(&held.role)?;
        let Some(department_id) = held.department_id.filter(|_| role.is_departmental()) else {
            continue;
        };
        let holders = holders(write.tx(), write.site_id(), role, Some(department_id)).await?;
        // Whose account is closed signs nothing, so that nothing is lost with the post.
        if holders.contains(&person_id) && holders.iter().all(|id| *id == person_id) {
            let department = department::Entity::find_by_id(department_id)
                .one(write.tx())
                .await?;
            let name = department.map(|found| found.name).unwrap_or_default();
            empty.push(format!("{name}{}", role.label()));
        }
    }
    if empty.is_empty() {
        return Ok(());
    }
    let message = format!(
        "该人员是最后一名{}，请先由安全管理员办理“工作交接”，落实接手人。",
        empty.join("、")
    );
    Err(Problem::with(ErrorCode::Refused, message))
}

/// What somebody holds now.
pub(super) async fn held_by(write: &WriteTx, person_id: i64) -> Result<Vec<post::Model>, Problem> {
    let held = post::Entity::find()
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::EndedAt.is_null())
        .all(write.tx())
        .await?;
    Ok(held)
}
