//! What there is already: columns by path, departments and groups by name, rows of the table.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_domain::annex::names_in_cell;
use lanmu_domain::matrix_change::{DepartmentRef, Owners};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::key::from_json;
use crate::entity::{department_group, site_column};
use crate::error::Problem;
use crate::service::departments::{all, planned};
use crate::service::freshness::{DutyFilter, duties_in_force};

pub(super) struct Known {
    pub columns: HashMap<Vec<String>, i64>,
    /// The columns of each row of the table: several where the row names parts of a page.
    pub rows: HashMap<u32, Vec<i64>>,
    departments: HashMap<String, i64>,
    groups: HashMap<String, i64>,
}

impl Known {
    pub async fn load<C: ConnectionTrait>(
        db: &C,
        site_id: i64,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let mut columns = HashMap::new();
        let rows = site_column::Entity::find()
            .filter(site_column::Column::SiteId.eq(site_id))
            .all(db)
            .await?;
        for row in rows {
            columns.insert(from_json::<Vec<String>>(row.path)?, row.id);
        }
        let mut rows: HashMap<u32, Vec<i64>> = HashMap::new();
        for duty in duties_in_force(db, site_id, today, &DutyFilter::All).await? {
            let number = u32::try_from(duty.annex_row).unwrap_or_default();
            rows.entry(number).or_default().push(duty.column_id);
        }
        let mut departments = HashMap::new();
        let ids = all(db, site_id).await?.into_iter().map(|row| row.id);
        for (id, department) in ids.zip(planned(db, site_id).await?) {
            for alias in department.aliases {
                departments.entry(alias).or_insert(id);
            }
            departments.insert(department.name, id);
        }
        let groups = department_group::Entity::find()
            .filter(department_group::Column::SiteId.eq(site_id))
            .all(db)
            .await?;
        Ok(Self {
            columns,
            rows,
            departments,
            groups: groups.into_iter().map(|row| (row.name, row.id)).collect(),
        })
    }

    /// Who a cell names; what nobody knows is left out, and doubtful.
    pub fn owners(&self, cell: &str) -> Owners {
        let mut owners = Owners::default();
        for name in names_in_cell(cell) {
            if let Some(group) = self.groups.get(name) {
                if !owners.groups.contains(group) {
                    owners.groups.push(*group);
                }
            } else if let Some(id) = self.departments.get(name) {
                let department = DepartmentRef::Id(*id);
                if !owners.departments.contains(&department) {
                    owners.departments.push(department);
                }
            }
        }
        owners
    }
}
