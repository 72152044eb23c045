//! Who could sign a stage by role: holders of the post, and those who stand in for them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use lanmu_domain::review::{Candidate, Stage};
use lanmu_domain::role::Role;
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr};

use super::holders::holders_by_department;
use crate::entity::delegation;
use crate::session::standing_in;

/// The candidates of a site for one stage, by department.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    by_department: HashMap<i64, Vec<Candidate>>,
    /// Names of principals, for telling delegates.
    names: HashMap<i64, String>,
}

impl Candidates {
    /// Those of a department: who holds the post first, then who stands in.
    #[must_use]
    pub fn of(&self, department_id: i64) -> &[Candidate] {
        self.by_department
            .get(&department_id)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The name of a principal.
    #[must_use]
    pub fn name(&self, principal_id: i64) -> &str {
        self.names
            .get(&principal_id)
            .map(String::as_str)
            .unwrap_or_default()
    }
}

/// Who could sign this stage at this moment, in every department.
///
/// # Errors
/// The database does not answer.
pub async fn candidates<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    stage: Stage,
    now: DateTime<Utc>,
) -> Result<Candidates, DbErr> {
    let role: Role = stage.role();
    let mut found = Candidates::default();
    for (department_id, person_id) in holders_by_department(db, site_id, role).await? {
        let own = Candidate {
            person_id,
            on_behalf_of: None,
        };
        found
            .by_department
            .entry(department_id)
            .or_default()
            .push(own);
    }
    let of_role = Condition::all()
        .add(delegation::Column::SiteId.eq(site_id))
        .add(delegation::Column::Role.eq(role.key()));
    for stand_in in standing_in(db, of_role, now).await? {
        let of = stand_in.delegated;
        let Some(department_id) = of.post.department_id else {
            continue;
        };
        let candidate = Candidate {
            person_id: stand_in.delegate_id,
            on_behalf_of: Some(of.principal_id),
        };
        let there = found.by_department.entry(department_id).or_default();
        there.push(candidate);
        found.names.insert(of.principal_id, of.principal_name);
    }
    Ok(found)
}
