//! 部门分组: the duties whose cell names a group follow its members.

use lanmu_domain::annex::{names_in_cell, owners_of_cell};
use lanmu_domain::matrix_change::DepartmentRef;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::Reform;
use crate::entity::department_group_member;
use crate::error::Problem;
use crate::service::departments::{all, planned};

impl Reform<'_> {
    pub(super) async fn set_group(
        &self,
        group: i64,
        departments: &[DepartmentRef],
    ) -> Result<(), Problem> {
        let group = self.group(group).await?;
        let then = self.several("departments", departments).await?;
        if then.is_empty() {
            let message = "请至少选择一个部门。";
            return Err(Problem::invalid_field("departments", message));
        }
        let mut ids: Vec<i64> = then.iter().map(|department| department.id).collect();
        let mut now = self.members(group.id).await?;
        ids.sort_unstable();
        now.sort_unstable();
        if ids == now {
            let message = "所选部门就是现在的组成部门，无须调整。";
            return Err(Problem::invalid_field("departments", message));
        }
        department_group_member::Entity::delete_many()
            .filter(department_group_member::Column::GroupId.eq(group.id))
            .exec(self.write.tx())
            .await?;
        self.join(group.id, &ids).await?;
        self.follow(&[group.name]).await
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
