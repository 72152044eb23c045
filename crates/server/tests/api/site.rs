//! The site, its departments and columns.

use lanmu_api::path;
use lanmu_api::site::{ColumnView, DepartmentView, SiteView};

use crate::support::TestServer;

#[tokio::test]
async fn everybody_may_know_the_name_and_the_day_of_the_site() {
    let server = TestServer::start().await;
    let site: SiteView = server.anonymous().get(path::SITE).await.body();
    assert_eq!(site.name, "盐边县人民政府网站");
    assert!(!site.demonstration);
    assert_eq!(site.today.to_string(), "2026-03-11");
    assert_eq!(site.now.to_rfc3339(), "2026-03-11T10:00:00+08:00");
}

#[tokio::test]
async fn departments_come_in_the_order_of_the_list() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let departments: Vec<DepartmentView> = officer.get(path::DEPARTMENTS).await.body();
    assert_eq!(departments.len(), 53);
    let finance = departments
        .iter()
        .find(|department| department.name == "县财政局");
    assert!(finance.is_some_and(|department| !department.groups.is_empty()));
}

#[tokio::test]
async fn columns_can_be_limited_to_a_department() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let all: Vec<ColumnView> = officer.get(path::COLUMNS).await.body();
    let id = server.department_id("县财政局").await;
    let own: Vec<ColumnView> = officer
        .get(&format!("{}?department_id={id}", path::COLUMNS))
        .await
        .body();
    assert!(!own.is_empty() && own.len() < all.len());
    assert!(own.iter().all(|column| column.has_duty));
    assert!(all.iter().any(|column| column.parent_id.is_none()));
}
