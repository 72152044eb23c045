//! For whom a person stands in now, and who stands in for the person: what banners say.

use chrono::{DateTime, Utc};
use lanmu_api::session::{DelegatedView, PassedOnView};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr};

use crate::entity::delegation;
use crate::service::article::names;
use crate::session::standing_in;

/// Both sides of the delegations that give something now.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// For whom the person stands in.
    pub delegated: Vec<DelegatedView>,
    /// Who stands in for the person.
    pub passed_on: Vec<PassedOnView>,
}

/// The delegations of a person at this moment.
///
/// # Errors
/// The database does not answer.
pub async fn standing<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Standing, DbErr> {
    let part = Condition::any()
        .add(delegation::Column::PrincipalId.eq(person_id))
        .add(delegation::Column::DelegateId.eq(person_id));
    let found = standing_in(db, part, now).await?;
    if found.is_empty() {
        return Ok(Standing::default());
    }
    let departments = found
        .iter()
        .filter_map(|found| found.delegated.post.department_id);
    let names = names(db, departments, []).await?;
    let mut standing = Standing::default();
    for found in found {
        let department_id = found.delegated.post.department_id.unwrap_or_default();
        let department_name = names.place(department_id, 0).department_name;
        if found.delegate_id == person_id {
            standing.delegated.push(DelegatedView {
                delegated: found.delegated,
                department_name,
            });
        } else {
            standing.passed_on.push(PassedOnView {
                delegation_id: found.delegated.delegation_id,
                delegate_name: found.delegate_name,
                title: found.delegated.post.title,
                department_name,
                until: found.delegated.until,
            });
        }
    }
    Ok(standing)
}
