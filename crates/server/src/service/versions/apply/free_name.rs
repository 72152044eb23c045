//! A cell 责任部门 names departments and groups alike: no two of them go by one name.

use lanmu_domain::annex::names_in_cell;
use lanmu_domain::text::day::long_day;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Reform;
use crate::entity::{department, department_alias};
use crate::error::Problem;
use crate::service::groups;

impl Reform<'_> {
    /// 422 where another department or a group goes by the name.
    pub(super) async fn free_name(&self, name: &str, own: Option<i64>) -> Result<(), Problem> {
        let (taken, alias) = self.department_called(name).await?;
        if let Some(taken) = taken.filter(|row| Some(row.id) != own) {
            let message = match taken.ended_on {
                Some(day) => format!("“{name}”是{}撤并的部门的名称，请另取名称。", long_day(day)),
                None => format!("已有部门“{name}”，请另取名称。"),
            };
            return Err(Problem::invalid_field("name", message));
        }
        if alias.is_some_and(|alias| Some(alias.department_id) != own) {
            let message = format!("“{name}”是另一个部门的别名或者曾用名，请另取名称。");
            return Err(Problem::invalid_field("name", message));
        }
        self.no_group_called(name, None).await
    }

    /// 422 where a department or another group goes by the name, or a cell would not read it as one.
    pub(super) async fn free_group_name(
        &self,
        name: &str,
        own: Option<i64>,
    ) -> Result<(), Problem> {
        if names_in_cell(name) != [name] {
            let message = "分组名称不能含有顿号、逗号、分号和括号，责任部门一格用它们分隔名称。";
            return Err(Problem::invalid_field("name", message));
        }
        self.no_group_called(name, own).await?;
        let (department, alias) = self.department_called(name).await?;
        if department.is_none() && alias.is_none() {
            return Ok(());
        }
        let message = format!("“{name}”是部门的名称、别名或者曾用名，请另取名称。");
        Err(Problem::invalid_field("name", message))
    }

    /// The department of this name, and the one that has it as another name.
    async fn department_called(
        &self,
        name: &str,
    ) -> Result<(Option<department::Model>, Option<department_alias::Model>), Problem> {
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let department = department::Entity::find()
            .filter(department::Column::SiteId.eq(site_id))
            .filter(department::Column::Name.eq(name))
            .one(tx)
            .await?;
        let alias = department_alias::Entity::find()
            .filter(department_alias::Column::SiteId.eq(site_id))
            .filter(department_alias::Column::Alias.eq(name))
            .one(tx)
            .await?;
        Ok((department, alias))
    }

    async fn no_group_called(&self, name: &str, own: Option<i64>) -> Result<(), Problem> {
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let now = groups::all(tx, site_id).await?;
        let taken = |group: &groups::Group| group.name == name && Some(group.id) != own;
        if now.iter().any(taken) {
            let message = format!("已有部门分组“{name}”，请另取名称。");
            return Err(Problem::invalid_field("name", message));
        }
        let once = groups::old_names(tx, site_id, &now).await?;
        if once.get(name).is_some_and(|id| Some(*id) != own) {
            let message = format!("“{name}”是另一个部门分组的曾用名，请另取名称。");
            return Err(Problem::invalid_field("name", message));
        }
        Ok(())
    }
}
