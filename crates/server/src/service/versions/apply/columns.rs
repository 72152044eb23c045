//! 栏目: added, renamed, moved, merged.

use lanmu_api::column::{CloseColumn, ReopenColumn};
use lanmu_domain::annex::{kind_of_path, mode_of_cell, rules_of_cell};
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::closed_since;
use lanmu_domain::matrix_change::{COLUMN_NAME_MAX, ColumnRef, NewDuty};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    QuerySelect,
};

use super::Reform;
use super::place::subtree;
use super::references::clean_name;
use crate::bootstrap::SEPARATOR;
use crate::entity::key::to_key;
use crate::entity::{duty, duty_tenure, site_column};
use crate::error::Problem;
use crate::service::freshness::{ColumnTree, figures};
use crate::service::keeping;

impl Reform<'_> {
    pub(super) async fn add_column(
        &self,
        parent: Option<ColumnRef>,
        name: &str,
        kind: Option<ColumnKind>,
        duty: Option<&NewDuty>,
    ) -> Result<i64, Problem> {
        let parent = match parent {
            Some(parent) => Some(self.column("parent", parent).await?),
            None => None,
        };
        let name = clean_name(name, "栏目名称", COLUMN_NAME_MAX)?;
        let path = self.free_path(parent, &name, None).await?;
        let kind = kind.unwrap_or_else(|| kind_of_path(&path));
        let row = site_column::ActiveModel {
            site_id: Set(self.write.site_id()),
            parent_id: Set(parent),
            name: Set(name),
            path_text: Set(path.join(SEPARATOR)),
            path: Set(serde_json::to_value(path).map_err(Problem::internal)?),
            kind: Set(to_key(&kind)),
            position: Set(i32::MAX),
            address: Set(None),
            ..Default::default()
        };
        let id = row.insert(self.write.tx()).await?.id;
        if let Some(asked) = duty {
            self.add_duty(id, kind, asked).await?;
        }
        self.put_behind(id, parent).await?;
        Ok(id)
    }

    async fn add_duty(
        &self,
        column_id: i64,
        kind: ColumnKind,
        asked: &NewDuty,
    ) -> Result<(), Problem> {
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let mut wrong = keeping::Wrong::default();
        let requirement = wrong.optional("requirement", "更新要求", &asked.requirement);
        let remark = wrong.optional("remark", "备注", &asked.remark);
        let number = self.next_number().await?;
        let timeline = figures(tx, site_id).await?;
        let parameters = timeline.on(self.day);
        let place = (u32::try_from(number).unwrap_or_default(), self.head.basis());
        let rules = rules_of_cell(&requirement, kind, place, parameters);
        let rules = rules.unwrap_or_else(|message| {
            wrong.add("requirement", message);
            Vec::new()
        });
        wrong.none()?;
        let (owners, owner_text) = self.owners(&asked.owners).await?;
        let mode = asked
            .mode
            .unwrap_or_else(|| mode_of_cell(owners.len(), &rules));
        let row = duty::ActiveModel {
            site_id: Set(site_id),
            matrix_version_id: Set(self.head.version_id),
            column_id: Set(column_id),
            annex_row: Set(number),
            position: Set(i32::MAX),
            requirement: Set(requirement),
            owner_text: Set(owner_text),
            mode: Set(to_key(&mode)),
            rules: Set(serde_json::to_value(rules).map_err(Problem::internal)?),
            remark: Set(remark),
            since: Set(self.day),
            until_day: Set(None),
            ..Default::default()
        };
        let duty_id = row.insert(tx).await?.id;
        for (position, department_id) in (0..).zip(owners) {
            let tenure = duty_tenure::ActiveModel {
                duty_id: Set(duty_id),
                department_id: Set(department_id),
                position: Set(position),
                since: Set(self.day),
                until_day: Set(None),
                ..Default::default()
            };
            tenure.insert(tx).await?;
        }
        Ok(())
    }

    /// 序号 of a new row: no number is given twice, also not that of a row that ended.
    async fn next_number(&self) -> Result<i32, Problem> {
        let last: Option<Option<i32>> = duty::Entity::find()
            .select_only()
            .column_as(Expr::col(duty::Column::AnnexRow).max(), "last")
            .filter(duty::Column::SiteId.eq(self.write.site_id()))
            .into_tuple()
            .one(self.write.tx())
            .await?;
        Ok(last.flatten().unwrap_or_default() + 1)
    }

    pub(super) async fn rename(&self, column: ColumnRef, name: &str) -> Result<(), Problem> {
        let id = self.column("column", column).await?;
        let name = clean_name(name, "栏目名称", COLUMN_NAME_MAX)?;
        let rows = self.all_columns().await?;
        let row = rows.iter().find(|row| row.id == id);
        let row = row.ok_or_else(Problem::not_found)?;
        if row.name == name {
            let message = "新名称就是现在的名称，无须更名。";
            return Err(Problem::invalid_field("name", message));
        }
        let path = self.free_path(row.parent_id, &name, Some(id)).await?;
        self.settle(id, row.parent_id, path).await
    }

    pub(super) async fn move_column(
        &self,
        column: ColumnRef,
        parent: Option<ColumnRef>,
        after: Option<ColumnRef>,
    ) -> Result<(), Problem> {
        let id = self.column("column", column).await?;
        let parent = match parent {
            Some(parent) => Some(self.column("parent", parent).await?),
            None => None,
        };
        let after = match after {
            Some(after) => Some(self.column("after", after).await?),
            None => None,
        };
        let rows = self.all_columns().await?;
        let find = |id: i64| rows.iter().find(|row| row.id == id);
        let row = find(id).ok_or_else(Problem::not_found)?;
        if parent.is_some_and(|parent| subtree(&rows, id).contains(&parent)) {
            let message = "栏目不能移到本栏目或者其下级栏目之下，请选择其他栏目。";
            return Err(Problem::invalid_field("parent", message));
        }
        if let Some(after) = after {
            let beside = find(after).is_some_and(|other| other.parent_id == parent);
            if !beside || after == id {
                let message = "排在其后的栏目须是同一上级栏目下的另一个栏目。";
                return Err(Problem::invalid_field("after", message));
            }
        }
        if row.parent_id != parent {
            let path = self.free_path(parent, &row.name, Some(id)).await?;
            self.settle(id, parent, path).await?;
        } else if after.is_none() {
            let message = "栏目已在这个上级栏目之下；需要调整顺序的，请选择排在哪个栏目之后。";
            return Err(Problem::invalid_field("parent", message));
        }
        self.put_behind(id, after.or(parent)).await
    }

    pub(super) async fn close(&self, column: ColumnRef) -> Result<(), Problem> {
        let id = self.column("column", column).await?;
        let request = CloseColumn {
            closed_on: self.day,
            reason: self.head.cause(),
        };
        let kept = keeping::close_column(self.write, self.who, id, &request).await;
        kept.map(|_| ())
    }

    pub(super) async fn reopen(&self, column: ColumnRef) -> Result<(), Problem> {
        let id = self.column("column", column).await?;
        let request = ReopenColumn {
            reopened_on: self.day,
            reason: self.head.cause(),
        };
        let kept = keeping::reopen_column(self.write, self.who, id, &request).await;
        kept.map(|_| ())
    }

    /// The duties of the one end, it is closed; what was published stays with it.
    pub(super) async fn merge_columns(
        &self,
        from: ColumnRef,
        into: ColumnRef,
    ) -> Result<(), Problem> {
        let from = self.column("from", from).await?;
        let into = self.column("into", into).await?;
        if from == into {
            let message = "不能并入本栏目，请选择另一个栏目。";
            return Err(Problem::invalid_field("into", message));
        }
        let (tx, site_id) = (self.write.tx(), self.write.site_id());
        let tree = ColumnTree::load(tx, site_id).await?;
        let closed = |id: i64| closed_since(&tree.closures(id), self.day).is_some();
        if closed(into) {
            let message = "并入的栏目已关闭，请先恢复或者选择其他栏目。";
            return Err(Problem::invalid_field("into", message));
        }
        if tree
            .below(from)
            .iter()
            .any(|id| *id != from && !closed(*id))
        {
            let message = "该栏目还有下级栏目，请先移动、合并或者关闭下级栏目。";
            return Err(Problem::invalid_field("from", message));
        }
        let ended = duty::Entity::update_many()
            .col_expr(duty::Column::UntilDay, Expr::value(self.day))
            .filter(duty::Column::SiteId.eq(site_id))
            .filter(duty::Column::ColumnId.eq(from))
            .filter(duty::Column::UntilDay.is_null());
        ended.exec(tx).await?;
        if closed(from) {
            return Ok(());
        }
        let into = tree.node(into).map(|node| node.path.join(SEPARATOR));
        let into = into.unwrap_or_default();
        let request = CloseColumn {
            closed_on: self.day,
            reason: format!("并入“{into}”。{}", self.head.cause()),
        };
        let kept = keeping::close_column(self.write, self.who, from, &request).await;
        kept.map(|_| ())
    }
}
