//! From what a change names to rows.

use std::collections::HashSet;

use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, GroupRef, Owners};
use lanmu_domain::text::day::long_day;
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Reform;
use crate::entity::{department, department_group, site_column};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force};

impl Reform<'_> {
    /// The id of a column.
    ///
    /// # Errors
    /// 404 for one that an earlier change should have added, 422 for one that is not there.
    pub(super) async fn column(&self, field: &str, column: ColumnRef) -> Result<i64, Problem> {
        let id = match column {
            ColumnRef::Id(id) => id,
            ColumnRef::New(key) => *self
                .added
                .columns
                .get(&key)
                .ok_or_else(Problem::not_found)?,
        };
        let found = site_column::Entity::find_by_id(id)
            .filter(site_column::Column::SiteId.eq(self.write.site_id()))
            .one(self.write.tx())
            .await?;
        let absent = || Problem::invalid_field(field, "没有这个栏目，请重新选择。");
        found.map(|row| row.id).ok_or_else(absent)
    }

    /// The id of a department, where it is known already.
    pub(super) fn known_department(&self, department: DepartmentRef) -> Option<i64> {
        match department {
            DepartmentRef::Id(id) => Some(id),
            DepartmentRef::New(key) => self.added.departments.get(&key).copied(),
        }
    }

    /// A department that there is on the day.
    ///
    /// # Errors
    /// 404 for one that an earlier change should have added, 422 for one that is not there.
    pub(super) async fn department(
        &self,
        field: &str,
        department: DepartmentRef,
    ) -> Result<department::Model, Problem> {
        let id = self
            .known_department(department)
            .ok_or_else(Problem::not_found)?;
        let found = department::Entity::find_by_id(id)
            .filter(department::Column::SiteId.eq(self.write.site_id()))
            .one(self.write.tx())
            .await?
            .ok_or_else(|| Problem::invalid_field(field, "没有这个部门，请重新选择。"))?;
        match found.ended_on {
            Some(day) => {
                let message = format!(
                    "“{}”已于{}撤并，请选择其他部门。",
                    found.name,
                    long_day(day)
                );
                Err(Problem::invalid_field(field, message))
            }
            None => Ok(found),
        }
    }

    /// Several, each once.
    ///
    /// # Errors
    /// As [`Reform::department`]; 422 where one is named twice.
    pub(super) async fn several(
        &self,
        field: &str,
        departments: &[DepartmentRef],
    ) -> Result<Vec<department::Model>, Problem> {
        let mut found: Vec<department::Model> = Vec::with_capacity(departments.len());
        for department in departments {
            let one = self.department(field, *department).await?;
            if found.iter().any(|other| other.id == one.id) {
                let message = format!("“{}”重复，同一个部门只能选择一次。", one.name);
                return Err(Problem::invalid_field(field, message));
            }
            found.push(one);
        }
        Ok(found)
    }

    /// A group that there is on the day.
    ///
    /// # Errors
    /// 404 for one that an earlier change should have added, 422 for one that is not there.
    pub(super) async fn group(
        &self,
        field: &str,
        group: GroupRef,
    ) -> Result<department_group::Model, Problem> {
        let id = match group {
            GroupRef::Id(id) => id,
            GroupRef::New { new } => *self.added.groups.get(&new).ok_or_else(Problem::not_found)?,
        };
        department_group::Entity::find_by_id(id)
            .filter(department_group::Column::SiteId.eq(self.write.site_id()))
            .filter(department_group::Column::EndedOn.is_null())
            .one(self.write.tx())
            .await?
            .ok_or_else(|| Problem::invalid_field(field, "没有这个部门分组，请重新选择。"))
    }

    /// Who answers, each once, and the cell that says so.
    ///
    /// # Errors
    /// As [`Reform::department`] and [`Reform::group`].
    pub(super) async fn owners(&self, owners: &Owners) -> Result<(Vec<i64>, String), Problem> {
        let (mut ids, mut names) = (Vec::new(), Vec::new());
        for group in &owners.groups {
            let group = self.group("groups", *group).await?;
            ids.extend(self.members(group.id).await?);
            names.push(group.name);
        }
        for department in self.several("owners", &owners.departments).await? {
            ids.push(department.id);
            names.push(department.name);
        }
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        let cell = if names.is_empty() {
            "无".to_owned()
        } else {
            names.join("、")
        };
        Ok((ids, cell))
    }

    /// The members of a group in the order of the departments.
    pub(super) async fn members(&self, group_id: i64) -> Result<Vec<i64>, Problem> {
        let ids = self.memberships_of_group(group_id).await?;
        let rows = department::Entity::find()
            .filter(department::Column::Id.is_in(ids))
            .filter(department::Column::EndedOn.is_null())
            .order_by_asc(department::Column::Position)
            .all(self.write.tx())
            .await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// The duties of the day that fit.
    pub(super) async fn duties(
        &self,
        fits: impl Fn(&LoadedDuty) -> bool,
    ) -> Result<Vec<LoadedDuty>, Problem> {
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let mut duties = duties_in_force(tx, site_id, self.day, &DutyFilter::All).await?;
        duties.retain(fits);
        Ok(duties)
    }

    /// The columns of the site in their order.
    pub(super) async fn all_columns(&self) -> Result<Vec<site_column::Model>, Problem> {
        let rows = site_column::Entity::find()
            .filter(site_column::Column::SiteId.eq(self.write.site_id()))
            .order_by_asc(site_column::Column::Position)
            .order_by_asc(site_column::Column::Id);
        Ok(rows.all(self.write.tx()).await?)
    }
}

/// A name that was typed, cleaned.
///
/// # Errors
/// 422 where it is empty, too long or has what a name must not have.
pub(super) fn clean_name(text: &str, label: &str, max: usize) -> Result<String, Problem> {
    let cleaned = clean_line(text, max)
        .map_err(|problem| Problem::invalid_field("name", problem.message(label)))?;
    let name = cleaned.trim().to_owned();
    if is_blank(&name) {
        let message = format!("请填写{label}。");
        return Err(Problem::invalid_field("name", message));
    }
    Ok(name)
}
