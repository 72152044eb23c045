//! The site, its departments and columns.

use lanmu_api::path;
use lanmu_api::site::{ColumnView, DepartmentView, SiteView};

use super::client::get;
use super::{ClientError, query};

/// The site, without a session.
pub async fn site() -> Result<SiteView, ClientError> {
    get(path::SITE).await
}

/// All departments.
pub async fn departments() -> Result<Vec<DepartmentView>, ClientError> {
    get(path::DEPARTMENTS).await
}

/// The columns, all or those of a department.
pub async fn columns(department_id: Option<i64>) -> Result<Vec<ColumnView>, ClientError> {
    let query = query(&[("department_id", department_id.map(|id| id.to_string()))]);
    get(&format!("{}{query}", path::COLUMNS)).await
}
