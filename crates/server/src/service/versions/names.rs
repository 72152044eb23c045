//! What columns, departments and groups are called in the sentences about changes.

use std::collections::HashMap;

use lanmu_domain::matrix_change::{
    ColumnRef, DepartmentRef, GroupRef, KeyedChange, MatrixChange, Names,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::bootstrap::SEPARATOR;
use crate::entity::{department, department_group, site_column};

/// What a draft added so far: ids by the key of the change.
#[derive(Clone, Debug, Default)]
pub(super) struct AddedIds {
    pub columns: HashMap<u32, i64>,
    pub departments: HashMap<u32, i64>,
    pub groups: HashMap<u32, i64>,
}

/// The names of a site, and of what a draft adds.
#[derive(Clone, Debug, Default)]
pub(super) struct DraftNames {
    columns: HashMap<i64, String>,
    departments: HashMap<i64, String>,
    groups: HashMap<i64, String>,
    new_columns: HashMap<u32, String>,
    new_departments: HashMap<u32, String>,
    new_groups: HashMap<u32, String>,
}

impl DraftNames {
    /// The names of today, and of what the changes add.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn load<C: ConnectionTrait>(
        db: &C,
        site_id: i64,
        changes: &[KeyedChange],
    ) -> Result<Self, DbErr> {
        let columns = site_column::Entity::find().filter(site_column::Column::SiteId.eq(site_id));
        let departments = department::Entity::find().filter(department::Column::SiteId.eq(site_id));
        let groups =
            department_group::Entity::find().filter(department_group::Column::SiteId.eq(site_id));
        let columns = columns.all(db).await?.into_iter();
        let departments = departments.all(db).await?.into_iter();
        let groups = groups.all(db).await?.into_iter();
        let mut names = Self {
            columns: columns.map(|row| (row.id, row.path_text)).collect(),
            departments: departments.map(|row| (row.id, row.name)).collect(),
            groups: groups.map(|row| (row.id, row.name)).collect(),
            ..Self::default()
        };
        for keyed in changes {
            match &keyed.change {
                MatrixChange::AddColumn { parent, name, .. } => {
                    let path = match parent {
                        Some(parent) => [names.column(*parent).as_str(), name].join(SEPARATOR),
                        None => name.clone(),
                    };
                    names.new_columns.insert(keyed.key, path);
                }
                MatrixChange::AddDepartment { name, .. } => {
                    names.new_departments.insert(keyed.key, name.clone());
                }
                MatrixChange::AddGroup { name, .. } => {
                    names.new_groups.insert(keyed.key, name.clone());
                }
                _ => {}
            }
        }
        Ok(names)
    }

    /// The same where some of what is added is there already and may have been renamed since.
    #[must_use]
    pub fn knowing(mut self, added: &AddedIds) -> Self {
        for (key, id) in &added.columns {
            if let Some(path) = self.columns.get(id) {
                self.new_columns.insert(*key, path.clone());
            }
        }
        for (key, id) in &added.departments {
            if let Some(name) = self.departments.get(id) {
                self.new_departments.insert(*key, name.clone());
            }
        }
        for (key, id) in &added.groups {
            if let Some(name) = self.groups.get(id) {
                self.new_groups.insert(*key, name.clone());
            }
        }
        self
    }

    /// The last name of a column.
    pub fn column_name(&self, column: ColumnRef) -> String {
        let path = self.column(column);
        path.rsplit(SEPARATOR).next().unwrap_or_default().to_owned()
    }
}

impl Names for DraftNames {
    fn column(&self, column: ColumnRef) -> String {
        let found = match column {
            ColumnRef::Id(id) => self.columns.get(&id),
            ColumnRef::New(key) => self.new_columns.get(&key),
        };
        found
            .cloned()
            .unwrap_or_else(|| "（没有这个栏目）".to_owned())
    }

    fn department(&self, department: DepartmentRef) -> String {
        let found = match department {
            DepartmentRef::Id(id) => self.departments.get(&id),
            DepartmentRef::New(key) => self.new_departments.get(&key),
        };
        found
            .cloned()
            .unwrap_or_else(|| "（没有这个部门）".to_owned())
    }

    fn group(&self, group: GroupRef) -> String {
        let found = match group {
            GroupRef::Id(id) => self.groups.get(&id),
            GroupRef::New { new } => self.new_groups.get(&new),
        };
        found
            .cloned()
            .unwrap_or_else(|| "（没有这个分组）".to_owned())
    }
}
