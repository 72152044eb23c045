//! What there is already: columns by path, departments and groups by name, rows of the table.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_domain::annex::names_in_cell;
use lanmu_domain::matrix_change::{DepartmentRef, GroupRef, Owners};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::key::from_json;
use crate::entity::site_column;
use crate::error::Problem;
use crate::service::departments::{all, planned};
use crate::service::freshness::{DutyFilter, duties_in_force};
use crate::service::groups::{self, old_names};

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
        // A name of today stands before one that another had once.
        let of_today = groups::all(db, site_id).await?;
        let mut groups = old_names(db, site_id, &of_today).await?;
        groups.extend(of_today.into_iter().map(|group| (group.name, group.id)));
        Ok(Self {
            columns,
            rows,
            departments,
            groups,
        })
    }

    /// Who a cell names; what nobody knows is left out, and doubtful.
    pub fn owners(&self, cell: &str) -> Owners {
        let mut owners = Owners::default();
        for name in names_in_cell(cell) {
            if let Some(group) = self.groups.get(name) {
                let group = GroupRef::Id(*group);
                if !owners.groups.contains(&group) {
                    owners.groups.push(group);
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
