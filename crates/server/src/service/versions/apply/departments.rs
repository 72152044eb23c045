//! 部门: set up, renamed, merged, split.

use chrono::NaiveDate;
use lanmu_domain::annex::{names_in_cell, rename_in_cell};
use lanmu_domain::matrix_change::{ColumnRef, DEPARTMENT_NAME_MAX, DepartmentRef, GroupRef};
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter,
};

use super::Reform;
use super::references::clean_name;
use crate::entity::{department, department_alias, department_name};
use crate::error::Problem;
use crate::service::freshness::LoadedDuty;
use crate::service::keeping::Wording;

/// Characters of 类别 at most.
const KIND_MAX: usize = 30;

impl Reform<'_> {
    pub(super) async fn add_department(
        &self,
        name: &str,
        kind: &str,
        groups: &[GroupRef],
    ) -> Result<i64, Problem> {
        let name = clean_name(name, "部门名称", DEPARTMENT_NAME_MAX)?;
        self.free_name(&name, None).await?;
        let kind = clean_line(kind, KIND_MAX).map_err(|problem| {
            Problem::invalid_field("department_kind", problem.message("类别"))
        })?;
        if is_blank(&kind) {
            let message = "请填写类别，如“政府工作部门”。";
            return Err(Problem::invalid_field("department_kind", message));
        }
        let tx = self.write.tx();
        let known = department::Entity::find()
            .filter(department::Column::SiteId.eq(self.write.site_id()))
            .count(tx)
            .await?;
        let row = department::ActiveModel {
            site_id: Set(self.write.site_id()),
            name: Set(name),
            kind: Set(kind),
            position: Set(i32::try_from(known).unwrap_or(i32::MAX)),
            begun_on: Set(Some(self.day)),
            ended_on: Set(None),
            ..Default::default()
        };
        let id = row.insert(tx).await?.id;
        let mut names = Vec::new();
        for group in groups {
            let group = self.group("groups", *group).await?;
            self.remember_group(&group).await?;
            self.join(group.id, &[id]).await?;
            self.keep_group(&group).await?;
            names.push(group.name);
        }
        self.follow(&names).await?;
        Ok(id)
    }

    pub(super) async fn rename_department(
        &mut self,
        department: DepartmentRef,
        name: &str,
    ) -> Result<(), Problem> {
        let row = self.department("department", department).await?;
        let name = clean_name(name, "部门名称", DEPARTMENT_NAME_MAX)?;
        if row.name == name {
            let message = "新名称就是现在的名称，无须更名。";
            return Err(Problem::invalid_field("name", message));
        }
        self.free_name(&name, Some(row.id)).await?;
        let tx = self.write.tx();
        let known = department_name::Entity::find()
            .filter(department_name::Column::DepartmentId.eq(row.id))
            .count(tx)
            .await?;
        if known == 0 {
            self.name_row(row.id, &row.name, NaiveDate::default())
                .await?;
        }
        self.name_row(row.id, &name, self.day).await?;
        // A name that comes back is no other name any more.
        department_alias::Entity::delete_many()
            .filter(department_alias::Column::SiteId.eq(self.write.site_id()))
            .filter(department_alias::Column::Alias.eq(&name))
            .exec(tx)
            .await?;
        self.also_called(row.id, &row.name).await?;
        let old = row.name.clone();
        let mut renamed = row.into_active_model();
        renamed.name = Set(name.clone());
        renamed.update(tx).await?;
        let fits = |duty: &LoadedDuty| names_in_cell(&duty.owner_text).contains(&old.as_str());
        for duty in self.duties(fits).await? {
            let cell = if duty.owners_named(self.day) {
                self.cell_of(&duty.owners).await?
            } else {
                rename_in_cell(&duty.owner_text, &[&old], &name)
            };
            self.word(&duty, Wording::of(&duty).cell(&cell)).await?;
        }
        self.columns_called(&old).await
    }

    pub(super) async fn merge_departments(
        &mut self,
        from: &[DepartmentRef],
        into: DepartmentRef,
    ) -> Result<(), Problem> {
        let leaving = self.several("from", from).await?;
        let into = self.department("into", into).await?;
        if leaving.is_empty() {
            let message = "请选择并入的部门。";
            return Err(Problem::invalid_field("from", message));
        }
        if leaving.iter().any(|row| row.id == into.id) {
            let message = format!("“{}”不能并入本部门，请重新选择。", into.name);
            return Err(Problem::invalid_field("into", message));
        }
        for row in leaving {
            let old = self.names_of(&row).await?;
            let old: Vec<&str> = old.iter().map(String::as_str).collect();
            for duty in self.duties(|duty| duty.owners.contains(&row.id)).await? {
                self.replace(&duty, (row.id, &old), &into).await?;
            }
            self.leave_groups(row.id, into.id).await?;
            self.pass_on(&row, &into).await?;
            department_alias::Entity::update_many()
                .col_expr(department_alias::Column::DepartmentId, Expr::value(into.id))
                .filter(department_alias::Column::DepartmentId.eq(row.id))
                .exec(self.write.tx())
                .await?;
            self.also_called(into.id, &row.name).await?;
            self.columns_called(&row.name).await?;
            let mut ended = row.into_active_model();
            ended.ended_on = Set(Some(self.day));
            ended.update(self.write.tx()).await?;
        }
        Ok(())
    }

    pub(super) async fn split_department(
        &mut self,
        from: DepartmentRef,
        into: DepartmentRef,
        columns: &[ColumnRef],
    ) -> Result<(), Problem> {
        let from = self.department("from", from).await?;
        let into = self.department("into", into).await?;
        if from.id == into.id {
            let message = "请选择另一个部门。";
            return Err(Problem::invalid_field("into", message));
        }
        if columns.is_empty() {
            let message = "请至少选择一个栏目。";
            return Err(Problem::invalid_field("columns", message));
        }
        let old = self.names_of(&from).await?;
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        for column in columns {
            let id = self.column("columns", *column).await?;
            let duties = self
                .duties(|duty| duty.column_id == id && duty.owners.contains(&from.id))
                .await?;
            if duties.is_empty() {
                let message = format!("所选栏目中有的届时不由“{}”负责，请重新选择。", from.name);
                return Err(Problem::invalid_field("columns", message));
            }
            for duty in duties {
                self.replace(&duty, (from.id, &old), &into).await?;
            }
        }
        self.notes.push(format!(
            "“{}”的岗位和稿件仍在原部门；“{}”的填录人员、股室领导和分管领导须由安全管理员另行授予岗位。",
            from.name, into.name
        ));
        Ok(())
    }

    /// Columns that bear the old name of a department keep it unless somebody renames them.
    async fn columns_called(&mut self, name: &str) -> Result<(), Problem> {
        let rows = self.all_columns().await?;
        let called = rows.iter().filter(|row| row.name.contains(name));
        let paths: Vec<String> = called.map(|row| format!("“{}”", row.path_text)).collect();
        if !paths.is_empty() {
            self.notes.push(format!(
                "栏目{}的名称含有“{name}”，需要更名的请另列一项调整。",
                paths.join("、")
            ));
        }
        Ok(())
    }

    /// One department in the place of another.
    async fn replace(
        &self,
        duty: &LoadedDuty,
        (from, old): (i64, &[&str]),
        into: &department::Model,
    ) -> Result<(), Problem> {
        let mut owners: Vec<i64> = Vec::with_capacity(duty.owners.len());
        for owner in &duty.owners {
            let then = if *owner == from { into.id } else { *owner };
            if !owners.contains(&then) {
                owners.push(then);
            }
        }
        let cell = if duty.owners_named(self.day) {
            self.cell_of(&owners).await?
        } else {
            rename_in_cell(&duty.owner_text, old, &into.name)
        };
        self.give(duty, &owners, &cell).await
    }

    /// The names of departments as a cell.
    pub(super) async fn cell_of(&self, ids: &[i64]) -> Result<String, Problem> {
        let rows = department::Entity::find()
            .filter(department::Column::Id.is_in(ids.iter().copied()))
            .all(self.write.tx())
            .await?;
        let name = |id: &i64| rows.iter().find(|row| row.id == *id);
        let names: Vec<&str> = ids
            .iter()
            .filter_map(name)
            .map(|row| row.name.as_str())
            .collect();
        Ok(if names.is_empty() {
            "无".to_owned()
        } else {
            names.join("、")
        })
    }

    /// Every name that a department goes by.
    async fn names_of(&self, row: &department::Model) -> Result<Vec<String>, Problem> {
        let aliases = department_alias::Entity::find()
            .filter(department_alias::Column::DepartmentId.eq(row.id))
            .all(self.write.tx())
            .await?;
        let aliases = aliases.into_iter().map(|alias| alias.alias);
        Ok(std::iter::once(row.name.clone()).chain(aliases).collect())
    }

    /// Keeps an old name, so that tables that still use it are understood.
    async fn also_called(&self, department_id: i64, name: &str) -> Result<(), Problem> {
        let tx = self.write.tx();
        let known = department_alias::Entity::find()
            .filter(department_alias::Column::SiteId.eq(self.write.site_id()))
            .filter(department_alias::Column::Alias.eq(name))
            .count(tx)
            .await?;
        if known == 0 {
            let row = department_alias::ActiveModel {
                site_id: Set(self.write.site_id()),
                department_id: Set(department_id),
                alias: Set(name.to_owned()),
                ..Default::default()
            };
            row.insert(tx).await?;
        }
        Ok(())
    }

    async fn name_row(&self, id: i64, name: &str, day: NaiveDate) -> Result<(), Problem> {
        let row = department_name::ActiveModel {
            site_id: Set(self.write.site_id()),
            department_id: Set(id),
            name: Set(name.to_owned()),
            effective_from: Set(day),
            ..Default::default()
        };
        row.insert(self.write.tx()).await?;
        Ok(())
    }
}
