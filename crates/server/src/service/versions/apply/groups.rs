//! 部门分组: set up, changed, renamed, ended. The duties whose cell names a group follow it.

use lanmu_domain::annex::{names_in_cell, owners_of_cell, rename_in_cell};
use lanmu_domain::matrix_change::{DepartmentRef, GROUP_NAME_MAX, GroupRef};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::Reform;
use super::references::clean_name;
use crate::bootstrap::SEPARATOR;
use crate::entity::{department_group, department_group_member};
use crate::error::Problem;
use crate::service::departments::{all, planned};
use crate::service::freshness::LoadedDuty;
use crate::service::keeping::Wording;

/// Columns named in a refusal at most.
const COLUMNS_NAMED: usize = 5;

impl Reform<'_> {
    pub(super) async fn set_group(
        &self,
        group: GroupRef,
        departments: &[DepartmentRef],
    ) -> Result<(), Problem> {
        let group = self.group("group", group).await?;
        let mut ids = self.of_group(departments).await?;
        let mut now = self.members(group.id).await?;
        ids.sort_unstable();
        now.sort_unstable();
        if ids == now {
            let message = "所选部门就是现在的组成部门，无须调整。";
            return Err(Problem::invalid_field("departments", message));
        }
        self.remember_group(&group).await?;
        self.leave(group.id).await?;
        self.join(group.id, &ids).await?;
        self.keep_group(&group).await?;
        self.follow(&[group.name]).await
    }

    /// Rows whose cell named it before it was a group follow it from now on.
    pub(super) async fn add_group(
        &self,
        name: &str,
        departments: &[DepartmentRef],
    ) -> Result<i64, Problem> {
        let name = clean_name(name, "分组名称", GROUP_NAME_MAX)?;
        self.free_group_name(&name, None).await?;
        let ids = self.of_group(departments).await?;
        let row = department_group::ActiveModel {
            site_id: Set(self.write.site_id()),
            name: Set(name.clone()),
            begun_on: Set(Some(self.day)),
            ended_on: Set(None),
            ..Default::default()
        };
        let id = row.insert(self.write.tx()).await?.id;
        self.join(id, &ids).await?;
        self.follow(&[name]).await?;
        Ok(id)
    }

    pub(super) async fn rename_group(&self, group: GroupRef, name: &str) -> Result<(), Problem> {
        let group = self.group("group", group).await?;
        let name = clean_name(name, "分组名称", GROUP_NAME_MAX)?;
        if group.name == name {
            let message = "新名称就是现在的名称，无须更名。";
            return Err(Problem::invalid_field("name", message));
        }
        self.free_group_name(&name, Some(group.id)).await?;
        self.remember_group(&group).await?;
        let old = group.name.clone();
        let mut renamed = group.into_active_model();
        renamed.name = Set(name.clone());
        let group = renamed.update(self.write.tx()).await?;
        self.keep_group(&group).await?;
        for duty in self.naming(&old).await? {
            let cell = rename_in_cell(&duty.owner_text, &[&old], &name);
            self.word(&duty, Wording::of(&duty).cell(&cell)).await?;
        }
        Ok(())
    }

    /// Only one that no row names: what a cell says must stand for somebody.
    pub(super) async fn end_group(&self, group: GroupRef) -> Result<(), Problem> {
        let group = self.group("group", group).await?;
        let naming = self.naming(&group.name).await?;
        if !naming.is_empty() {
            let mut paths: Vec<String> = naming
                .iter()
                .map(|duty| format!("“{}”", duty.column_path.join(SEPARATOR)))
                .collect();
            paths.dedup();
            let number = paths.len();
            paths.truncate(COLUMNS_NAMED);
            let more = if number > COLUMNS_NAMED {
                format!("等{number}个")
            } else {
                String::new()
            };
            let message = format!(
                "栏目{}{more}的责任部门还写着“{}”，请先调整这些栏目的责任部门。",
                paths.join("、"),
                group.name
            );
            return Err(Problem::invalid_field("group", message));
        }
        self.remember_group(&group).await?;
        self.leave(group.id).await?;
        let mut ended = group.into_active_model();
        ended.ended_on = Set(Some(self.day));
        ended.update(self.write.tx()).await?;
        Ok(())
    }

    /// The ids of those that are to form a group.
    ///
    /// # Errors
    /// 422 for nobody, and as [`Reform::several`].
    async fn of_group(&self, departments: &[DepartmentRef]) -> Result<Vec<i64>, Problem> {
        let then = self.several("departments", departments).await?;
        if then.is_empty() {
            let message = "请至少选择一个部门。";
            return Err(Problem::invalid_field("departments", message));
        }
        Ok(then.iter().map(|department| department.id).collect())
    }

    /// The duties of the day whose cell names it, where the cell says who answers.
    async fn naming(&self, name: &str) -> Result<Vec<LoadedDuty>, Problem> {
        let day = self.day;
        let names = |duty: &LoadedDuty| {
            names_in_cell(&duty.owner_text).contains(&name) && !duty.owners_named(day)
        };
        self.duties(names).await
    }

    async fn leave(&self, group_id: i64) -> Result<(), Problem> {
        department_group_member::Entity::delete_many()
            .filter(department_group_member::Column::GroupId.eq(group_id))
            .exec(self.write.tx())
            .await?;
        Ok(())
    }

    /// Puts departments into a group.
    pub(super) async fn join(&self, group_id: i64, departments: &[i64]) -> Result<(), Problem> {
        let rows = departments
            .iter()
            .map(|id| department_group_member::ActiveModel {
                group_id: Set(group_id),
                department_id: Set(*id),
            });
        department_group_member::Entity::insert_many(rows)
            .exec_without_returning(self.write.tx())
            .await?;
        Ok(())
    }

    /// The duties whose cell names one of the groups get the owners that the cell now says. Where
    /// a coordinator named owners past the cell, they stay.
    pub(super) async fn follow(&self, groups: &[String]) -> Result<(), Problem> {
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let ids: Vec<i64> = all(tx, site_id).await?.iter().map(|row| row.id).collect();
        let known = planned(tx, site_id).await?;
        let named = |cell: &str| {
            let names = names_in_cell(cell);
            groups.iter().any(|group| names.contains(&group.as_str()))
        };
        let day = self.day;
        let duties = self.duties(|duty| named(&duty.owner_text) && !duty.owners_named(day));
        for duty in duties.await? {
            let (found, _) = owners_of_cell(&duty.owner_text, &known);
            let owners: Vec<i64> = found
                .iter()
                .filter_map(|at| ids.get(*at).copied())
                .collect();
            self.give(&duty, &owners, &duty.owner_text).await?;
        }
        Ok(())
    }
}
