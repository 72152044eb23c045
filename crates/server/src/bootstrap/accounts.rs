//! The accounts of the first start.

use std::collections::HashMap;

use lanmu_domain::ledger::LedgerAct;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;

use super::staff::Planned;
pub use super::staff::{demonstration, empty};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::to_key;
use crate::entity::{department, password_history, person, post};
use crate::error::Problem;
use crate::password;

/// An account with its password, as it is printed once.
#[derive(Clone, Serialize)]
pub struct Account {
    /// Login name.
    pub login: String,
    /// Password, made at this start.
    pub password: String,
    /// Name on pages.
    pub name: String,
    /// Department, empty for posts of the whole site.
    pub department: String,
    /// Name of the role.
    pub post: String,
}

/// Makes the accounts; `must_change` asks for a new password at the first sign-in.
///
/// # Errors
/// The database cannot be reached.
pub async fn make(
    write: &WriteTx,
    planned: &[Planned],
    must_change: bool,
) -> Result<Vec<Account>, Problem> {
    let departments: HashMap<String, i64> = department::Entity::find()
        .filter(department::Column::SiteId.eq(write.site_id()))
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| (row.name, row.id))
        .collect();
    let mut accounts = Vec::with_capacity(planned.len());
    for planned in planned {
        let password = password::generate();
        let hash = password::hash(password.clone()).await?;
        let department_id = planned
            .department
            .and_then(|name| departments.get(name).copied());
        let person = person::ActiveModel {
            site_id: Set(write.site_id()),
            name: Set(planned.name.clone()),
            login: Set(planned.login.clone()),
            password_hash: Set(hash.clone()),
            active: Set(true),
            must_change_password: Set(must_change),
            failed_attempts: Set(0),
            locked_until: Set(None),
            session_epoch: Set(0),
            created_at: Set(write.now_utc()),
            ..Default::default()
        };
        let person_id = person.insert(write.tx()).await?.id;
        let former = password_history::ActiveModel {
            person_id: Set(person_id),
            password_hash: Set(hash),
            set_at: Set(write.now_utc()),
            ..Default::default()
        };
        former.insert(write.tx()).await?;
        let held = post::ActiveModel {
            site_id: Set(write.site_id()),
            person_id: Set(person_id),
            role: Set(to_key(&planned.role)),
            department_id: Set(department_id),
            title: Set(planned.title.clone()),
            granted_at: Set(write.now_utc()),
            ended_at: Set(None),
            ..Default::default()
        };
        held.insert(write.tx()).await?;
        let entry = LedgerEntry {
            department_id,
            department_name: planned.department.unwrap_or_default().to_owned(),
            subject: planned.name.clone(),
            note: format!("初始账号，岗位：{}", planned.title),
            ..Default::default()
        };
        write.ledger(LedgerAct::PersonCreated, entry).await?;
        accounts.push(Account {
            login: planned.login.clone(),
            password,
            name: planned.name.clone(),
            department: planned.department.unwrap_or_default().to_owned(),
            post: planned.role.label().to_owned(),
        });
    }
    Ok(accounts)
}
