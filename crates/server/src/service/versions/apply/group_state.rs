//! What a group was before it changed, and what it is from the day on.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::Reform;
use crate::entity::{department_group, department_group_member, department_group_state};
use crate::error::Problem;

impl Reform<'_> {
    /// What was before the first change holds for all days before it. To be asked before the change.
    pub(super) async fn remember_group(
        &self,
        group: &department_group::Model,
    ) -> Result<(), Problem> {
        let known = department_group_state::Entity::find()
            .filter(department_group_state::Column::GroupId.eq(group.id))
            .count(self.write.tx())
            .await?;
        if known > 0 {
            return Ok(());
        }
        self.state_row(group, NaiveDate::default()).await
    }

    /// What it is from the day on. To be asked after the change.
    pub(super) async fn keep_group(&self, group: &department_group::Model) -> Result<(), Problem> {
        self.state_row(group, self.day).await
    }

    async fn state_row(
        &self,
        group: &department_group::Model,
        day: NaiveDate,
    ) -> Result<(), Problem> {
        let members = self.memberships_of_group(group.id).await?;
        let row = department_group_state::ActiveModel {
            site_id: Set(self.write.site_id()),
            group_id: Set(group.id),
            name: Set(group.name.clone()),
            members: Set(serde_json::to_value(members).map_err(Problem::internal)?),
            effective_from: Set(day),
            ..Default::default()
        };
        row.insert(self.write.tx()).await?;
        Ok(())
    }

    /// The ids of all that belong to it, also of one that ends on the day.
    pub(super) async fn memberships_of_group(&self, group_id: i64) -> Result<Vec<i64>, Problem> {
        let rows = department_group_member::Entity::find()
            .filter(department_group_member::Column::GroupId.eq(group_id))
            .all(self.write.tx())
            .await?;
        Ok(rows.into_iter().map(|row| row.department_id).collect())
    }

    /// The groups of a department that ends go on with the one into which it goes.
    pub(super) async fn leave_groups(&self, from: i64, into: i64) -> Result<(), Problem> {
        let tx = self.write.tx();
        let of = |id: i64| {
            department_group_member::Entity::find()
                .filter(department_group_member::Column::DepartmentId.eq(id))
                .all(tx)
        };
        let (left, held) = (of(from).await?, of(into).await?);
        let ids = left.iter().map(|membership| membership.group_id);
        let groups = department_group::Entity::find()
            .filter(department_group::Column::Id.is_in(ids))
            .all(tx)
            .await?;
        for group in &groups {
            self.remember_group(group).await?;
        }
        department_group_member::Entity::delete_many()
            .filter(department_group_member::Column::DepartmentId.eq(from))
            .exec(tx)
            .await?;
        for group in &groups {
            if !held.iter().any(|own| own.group_id == group.id) {
                self.join(group.id, &[into]).await?;
            }
            self.keep_group(group).await?;
        }
        Ok(())
    }
}
