//! Where columns stand in the table: names, parents and the order of rows.

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_domain::annex::LEVELS;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::Reform;
use crate::bootstrap::SEPARATOR;
use crate::entity::{column_closure, column_place, duty, site_column};
use crate::error::Problem;

/// The column and those below it.
pub(super) fn subtree(rows: &[site_column::Model], id: i64) -> HashSet<i64> {
    let mut found = HashSet::from([id]);
    loop {
        let below = rows.iter().filter(|row| {
            !found.contains(&row.id) && row.parent_id.is_some_and(|above| found.contains(&above))
        });
        let below: Vec<i64> = below.map(|row| row.id).collect();
        if below.is_empty() {
            return found;
        }
        found.extend(below);
    }
}

/// The order with some taken out and put behind the last of others; at the end where there are no
/// others.
fn reorder(order: &[i64], moving: &HashSet<i64>, behind: &HashSet<i64>) -> Vec<i64> {
    let (taken, mut rest): (Vec<i64>, Vec<i64>) = order.iter().partition(|id| moving.contains(id));
    let at = rest.iter().rposition(|id| behind.contains(id));
    let at = at.map_or(rest.len(), |at| at + 1);
    rest.splice(at..at, taken);
    rest
}

impl Reform<'_> {
    /// The path of a column under a parent.
    ///
    /// # Errors
    /// 422 where it is too deep or taken.
    pub(super) async fn free_path(
        &self,
        parent: Option<i64>,
        name: &str,
        own: Option<i64>,
    ) -> Result<Vec<String>, Problem> {
        let rows = self.all_columns().await?;
        let mut path = match parent.and_then(|id| rows.iter().find(|row| row.id == id)) {
            Some(above) => crate::entity::key::from_json(above.path.clone())?,
            None => Vec::new(),
        };
        path.push(name.to_owned());
        if path.len() > LEVELS.len() {
            let message = format!("栏目最多{}级，请选择更高一级的栏目。", LEVELS.len());
            return Err(Problem::invalid_field("parent", message));
        }
        if name.contains(SEPARATOR) {
            let message = "栏目名称不能含有“ / ”，它用来分隔各级栏目。";
            return Err(Problem::invalid_field("name", message));
        }
        let text = path.join(SEPARATOR);
        let Some(taken) = rows
            .iter()
            .find(|row| row.path_text == text && Some(row.id) != own)
        else {
            return Ok(path);
        };
        let closed = column_closure::Entity::find()
            .filter(column_closure::Column::ColumnId.eq(taken.id))
            .filter(column_closure::Column::ReopenedOn.is_null())
            .count(self.write.tx())
            .await?;
        let how = if closed > 0 {
            "，已关闭，请恢复该栏目或者另取名称"
        } else {
            "，请另取名称"
        };
        let message = format!("同一级已有栏目“{text}”{how}。");
        Err(Problem::invalid_field("name", message))
    }

    /// Gives a column name and parent from the day on; the paths below it follow.
    pub(super) async fn settle(
        &self,
        id: i64,
        parent: Option<i64>,
        path: Vec<String>,
    ) -> Result<(), Problem> {
        let rows = self.all_columns().await?;
        let row = rows
            .iter()
            .find(|row| row.id == id)
            .ok_or_else(Problem::not_found)?;
        let old: Vec<String> = crate::entity::key::from_json(row.path.clone())?;
        self.remember(row).await?;
        for below in &subtree(&rows, id) {
            let Some(row) = rows.iter().find(|row| row.id == *below) else {
                continue;
            };
            let was: Vec<String> = crate::entity::key::from_json(row.path.clone())?;
            let mut then = path.clone();
            then.extend(was.into_iter().skip(old.len()));
            if then.len() > LEVELS.len() {
                let message = format!(
                    "移动后下级栏目超过{}级，请选择更高一级的栏目。",
                    LEVELS.len()
                );
                return Err(Problem::invalid_field("parent", message));
            }
            let mut stored = row.clone().into_active_model();
            stored.path_text = Set(then.join(SEPARATOR));
            if row.id == id {
                stored.parent_id = Set(parent);
                stored.name = Set(then.last().cloned().unwrap_or_default());
            }
            stored.path = Set(serde_json::to_value(then).map_err(Problem::internal)?);
            stored.update(self.write.tx()).await?;
        }
        self.place_row(
            id,
            parent,
            path.last().cloned().unwrap_or_default(),
            self.day,
        )
        .await
    }

    /// What was before the first change holds for all days before it.
    async fn remember(&self, row: &site_column::Model) -> Result<(), Problem> {
        let known = column_place::Entity::find()
            .filter(column_place::Column::ColumnId.eq(row.id))
            .count(self.write.tx())
            .await?;
        if known > 0 {
            return Ok(());
        }
        self.place_row(
            row.id,
            row.parent_id,
            row.name.clone(),
            NaiveDate::default(),
        )
        .await
    }

    async fn place_row(
        &self,
        column_id: i64,
        parent_id: Option<i64>,
        name: String,
        day: NaiveDate,
    ) -> Result<(), Problem> {
        let place = column_place::ActiveModel {
            site_id: Set(self.write.site_id()),
            column_id: Set(column_id),
            parent_id: Set(parent_id),
            name: Set(name),
            effective_from: Set(day),
            ..Default::default()
        };
        place.insert(self.write.tx()).await?;
        Ok(())
    }

    /// Puts a column with those below it behind another one with those below it; without one at
    /// the end. Its rows of the table go with it.
    pub(super) async fn put_behind(&self, id: i64, behind: Option<i64>) -> Result<(), Problem> {
        let rows = self.all_columns().await?;
        let moving = subtree(&rows, id);
        let mut others = behind.map_or_else(HashSet::new, |behind| subtree(&rows, behind));
        others.retain(|other| !moving.contains(other));
        let order: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let order = reorder(&order, &moving, &others);
        for (position, id) in (0_i32..).zip(&order) {
            let moved = rows
                .iter()
                .find(|row| row.id == *id && row.position != position);
            if let Some(row) = moved {
                let mut stored = row.clone().into_active_model();
                stored.position = Set(position);
                stored.update(self.write.tx()).await?;
            }
        }
        self.put_duties_behind(&moving, &order).await
    }

    /// The duties of these columns, behind the last duty of a column that stands before them.
    async fn put_duties_behind(&self, moving: &HashSet<i64>, order: &[i64]) -> Result<(), Problem> {
        let rows = duty::Entity::find()
            .filter(duty::Column::SiteId.eq(self.write.site_id()))
            .order_by_asc(duty::Column::Position)
            .order_by_asc(duty::Column::Id)
            .all(self.write.tx())
            .await?;
        let taken = rows.iter().filter(|row| moving.contains(&row.column_id));
        let taken: HashSet<i64> = taken.map(|row| row.id).collect();
        let before = order.iter().take_while(|column| !moving.contains(column));
        let before: Vec<i64> = before.copied().collect();
        let nearest = before
            .iter()
            .rev()
            .find(|column| rows.iter().any(|row| row.column_id == **column));
        let behind = rows.iter().filter(|row| Some(&row.column_id) == nearest);
        let behind: HashSet<i64> = behind.map(|row| row.id).collect();
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        for (position, id) in (0_i32..).zip(reorder(&ids, &taken, &behind)) {
            let moved = rows
                .iter()
                .find(|row| row.id == id && row.position != position);
            if let Some(row) = moved {
                let mut stored = row.clone().into_active_model();
                stored.position = Set(position);
                stored.update(self.write.tx()).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::reorder;

    #[test]
    fn what_moves_keeps_its_order_behind_the_others() {
        let moving = HashSet::from([2, 4]);
        assert_eq!(
            reorder(&[1, 2, 3, 4, 5], &moving, &HashSet::from([5])),
            [1, 3, 5, 2, 4]
        );
        assert_eq!(
            reorder(&[1, 2, 3, 4, 5], &moving, &HashSet::from([1])),
            [1, 2, 4, 3, 5]
        );
        assert_eq!(
            reorder(&[1, 2, 3, 4], &moving, &HashSet::new()),
            [1, 3, 2, 4]
        );
    }
}
