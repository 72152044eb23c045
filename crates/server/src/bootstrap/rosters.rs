//! 工作机构表 of the demonstration: the people who have accounts. Office numbers are made up, mobile
//! numbers are left for whoever tries it out.

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use lanmu_domain::roster::RosterRole;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::from_key;
use crate::entity::{department, person, post, roster_entry};
use crate::error::Problem;

/// A department that has not named its 分管领导, so that the overview shows one.
const WITHOUT_LEADER: &str = "桐子林镇";

/// Puts leaders and officers on the rosters of their departments.
///
/// # Errors
/// The database cannot be reached.
pub async fn store(write: &WriteTx) -> Result<(), Problem> {
    let departments = department::Entity::find()
        .filter(department::Column::SiteId.eq(write.site_id()))
        .order_by_asc(department::Column::Position)
        .all(write.tx())
        .await?;
    let mut number = 0;
    for department in departments {
        let posts = post::Entity::find()
            .filter(post::Column::DepartmentId.eq(department.id))
            .order_by_asc(post::Column::Id)
            .all(write.tx())
            .await?;
        let mut names = Vec::new();
        for held in posts {
            let role: Role = from_key(&held.role)?;
            let role = match role {
                Role::Leader if department.name != WITHOUT_LEADER => RosterRole::Leader,
                Role::Officer => RosterRole::Staff,
                _ => continue,
            };
            let Some(person) = person::Entity::find_by_id(held.person_id)
                .one(write.tx())
                .await?
            else {
                continue;
            };
            number += 1;
            names.push(person.name.clone());
            let row = roster_entry::ActiveModel {
                site_id: Set(write.site_id()),
                department_id: Set(department.id),
                role: Set(role.key().to_owned()),
                name: Set(person.name.clone()),
                post: Set(held.title),
                office_phone: Set(format!("0812-555{number:04}")),
                mobile: Set(String::new()),
                person_id: Set(Some(person.id)),
                first_day: Set(write.now().date_naive()),
                last_day: Set(None),
                replaced: Set(false),
                version: Set(1),
                changed_by_name: Set(person.name),
                changed_at: Set(write.now_utc()),
                ..Default::default()
            };
            row.insert(write.tx()).await?;
        }
        if names.is_empty() {
            continue;
        }
        let entry = LedgerEntry {
            department_id: Some(department.id),
            department_name: department.name,
            subject: names.join("、"),
            note: "建立工作机构表。".to_owned(),
            ..Default::default()
        };
        write.ledger(LedgerAct::RosterChanged, entry).await?;
    }
    Ok(())
}
