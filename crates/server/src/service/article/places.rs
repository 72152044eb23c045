//! The names of departments and columns, for rows, views and ledger lines.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::key::from_json;
use crate::entity::{department, site_column};

/// Where an item belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The name of the department.
    pub department_name: String,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
}

impl Place {
    /// The column as the ledger writes it.
    #[must_use]
    pub fn column_text(&self) -> String {
        self.column_path.join(" / ")
    }
}

/// Names of many departments and columns at once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    departments: HashMap<i64, String>,
    columns: HashMap<i64, Vec<String>>,
}

impl Names {
    /// The place of an item; ids that are not known have empty names.
    #[must_use]
    pub fn place(&self, department_id: i64, column_id: i64) -> Place {
        Place {
            department_name: self
                .departments
                .get(&department_id)
                .cloned()
                .unwrap_or_default(),
            column_path: self.columns.get(&column_id).cloned().unwrap_or_default(),
        }
    }
}

/// The names of these departments and columns, in two queries.
///
/// # Errors
/// The database cannot be reached.
pub async fn names<C: ConnectionTrait>(
    db: &C,
    departments: impl IntoIterator<Item = i64> + Send,
    columns: impl IntoIterator<Item = i64> + Send,
) -> Result<Names, DbErr> {
    let departments: Vec<i64> = departments.into_iter().collect();
    let columns: Vec<i64> = columns.into_iter().collect();
    let named: Vec<(i64, String)> = department::Entity::find()
        .select_only()
        .column(department::Column::Id)
        .column(department::Column::Name)
        .filter(department::Column::Id.is_in(departments))
        .into_tuple()
        .all(db)
        .await?;
    let paths: Vec<(i64, serde_json::Value)> = site_column::Entity::find()
        .select_only()
        .column(site_column::Column::Id)
        .column(site_column::Column::Path)
        .filter(site_column::Column::Id.is_in(columns))
        .into_tuple()
        .all(db)
        .await?;
    let columns = paths
        .into_iter()
        .map(|(id, path)| Ok((id, from_json(path)?)))
        .collect::<Result<_, DbErr>>()?;
    Ok(Names {
        departments: named.into_iter().collect(),
        columns,
    })
}

/// The names of one department and one column.
///
/// # Errors
/// The database cannot be reached.
pub async fn place_of<C: ConnectionTrait>(
    db: &C,
    department_id: i64,
    column_id: i64,
) -> Result<Place, DbErr> {
    Ok(names(db, [department_id], [column_id])
        .await?
        .place(department_id, column_id))
}
