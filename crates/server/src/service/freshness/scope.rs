//! Whose duties somebody sees.

use lanmu_api::error::ErrorCode;
use lanmu_domain::permission::{Permission, sees_department};
use lanmu_domain::role::Actor;

use super::DutyFilter;
use crate::error::Problem;

/// The departments whose duties are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole county.
    County,
    /// These departments.
    Departments(Vec<i64>),
}

impl Scope {
    /// What somebody gets who asks for a department, or for everything there is to see: the whole
    /// county with the permission for it, otherwise the departments in which a post is held.
    ///
    /// # Errors
    /// 403 for somebody who sees no duties at all, and for a department of others.
    pub fn of(actor: &Actor, asked: Option<i64>) -> Result<Self, Problem> {
        let own: Vec<i64> = actor
            .posts
            .iter()
            .filter_map(|post| post.department_id)
            .collect();
        match asked {
            Some(id) if sees_department(actor, id) => Ok(Self::Departments(vec![id])),
            Some(_) => Err(Problem::with(
                ErrorCode::NotAllowed,
                "您只能查看本部门的栏目；查看全县须由协调人办理。",
            )),
            None if Permission::ViewWholeMatrix.held(actor) => Ok(Self::County),
            None if Permission::ViewOwnMatrix.held(actor) && !own.is_empty() => {
                Ok(Self::Departments(own))
            }
            None => Err(Problem::not_allowed()),
        }
    }

    /// The departments; `None` for all.
    #[must_use]
    pub fn departments(&self) -> Option<&[i64]> {
        match self {
            Self::County => None,
            Self::Departments(ids) => Some(ids),
        }
    }

    /// The duties to load.
    #[must_use]
    pub fn filter(&self) -> DutyFilter {
        match self {
            Self::County => DutyFilter::All,
            Self::Departments(ids) => DutyFilter::Departments(ids.clone()),
        }
    }
}
