//! Departments and groups: renamed, split, and what a group's rows fan out to.

use serde_json::{Value, json};

use super::{column, coordinator, drafted, id, matrix, owners, put, row, text};
use crate::county::{Person, Site};

const TODAY: &str = "2026-11-23";

async fn at_once(person: &Person, changes: &[Value]) {
    let view = drafted(person, TODAY, changes).await;
    assert_eq!(put(person, &view).await["state"], "in_force");
}

#[tokio::test]
async fn a_renamed_department_keeps_its_duties_and_its_old_name_is_understood() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let farming = site.department_id("县农业农村局").await;
    let change =
        json!({"kind": "rename_department", "department": id(farming), "name": "县农业局"});
    at_once(&coordinator, &[change]).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(owners(&now, &["三农服务", "市场信息"]), ["县农业局"]);
    let shown = row(&now, &["三农服务", "市场信息"]).expect("the row");
    assert_eq!(shown["owner_text"], "县农业局");
    site.advance_days(1);
    let coordinator = super::coordinator(&site).await;
    let then = matrix(&coordinator, "?as_of=2026-11-22").await;
    assert_eq!(owners(&then, &["三农服务", "市场信息"]), ["县农业农村局"]);
    let shown = row(&then, &["三农服务", "市场信息"]).expect("the row");
    assert_eq!(shown["owner_text"], "县农业农村局");
    let back =
        json!({"kind": "rename_department", "department": id(farming), "name": "县农业农村局"});
    let view = drafted(&coordinator, "2026-11-24", &[back]).await;
    put(&coordinator, &view).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(owners(&now, &["三农服务", "市场信息"]), ["县农业农村局"]);
}

#[tokio::test]
async fn a_part_of_the_duties_goes_to_a_new_department() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let farming = site.department_id("县农业农村局").await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let changes = [
        json!({"kind": "add_department", "name": "县数据管理局", "department_kind": "政府工作部门"}),
        json!({"kind": "split_department", "from": id(farming), "into": {"new": 1}, "columns": [id(market)]}),
    ];
    let view = drafted(&coordinator, TODAY, &changes).await;
    let preview = coordinator.get(&super::act(&view, "preview")).await.ok();
    assert!(
        text(&preview["notes"][0]).contains("另行授予岗位"),
        "{preview}"
    );
    put(&coordinator, &view).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(owners(&now, &["三农服务", "市场信息"]), ["县数据管理局"]);
    assert_eq!(owners(&now, &["三农服务", "惠农政策"]), ["县农业农村局"]);
}

#[tokio::test]
async fn the_rows_of_a_group_follow_its_members() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let groups = coordinator.get("/matrix/groups").await.ok();
    let groups = groups.as_array().expect("groups");
    let group = groups
        .iter()
        .find(|g| g["name"] == "县级各部门")
        .expect("the group");
    let forest = site.department_id("县林业局").await;
    let rest: Vec<Value> = group["department_ids"]
        .as_array()
        .expect("members")
        .iter()
        .filter(|member| **member != json!(forest))
        .map(|member| json!({"id": member}))
        .collect();
    let before = matrix(&coordinator, "").await;
    let of_group = |matrix: &Value| -> Vec<(Value, bool)> {
        let duties = matrix["duties"].as_array().expect("duties").iter();
        let named = duties.filter(|duty| text(&duty["owner_text"]).contains("县级各部门"));
        named
            .map(|duty| {
                let owners = duty["owners"].as_array().expect("owners").iter();
                let mut owners = owners.map(|owner| owner["department_id"].clone());
                (
                    duty["id"].clone(),
                    owners.any(|owner| owner == json!(forest)),
                )
            })
            .collect()
    };
    let with = of_group(&before);
    assert!(
        !with.is_empty() && with.iter().all(|(_, holds)| *holds),
        "{with:?}"
    );
    let change = json!({"kind": "set_group", "group": group["id"], "departments": rest});
    at_once(&coordinator, &[change]).await;
    let without = of_group(&matrix(&coordinator, "").await);
    assert_eq!(without.len(), with.len(), "the cells stay");
    assert!(without.iter().all(|(_, holds)| !holds), "{without:?}");
    let new = json!({
        "kind": "add_department", "name": "县大数据局", "department_kind": "政府工作部门",
        "groups": [group["id"]],
    });
    at_once(&coordinator, &[new]).await;
    let now = matrix(&coordinator, "").await;
    let duty = &with[0].0;
    let duties = now["duties"].as_array().expect("duties");
    let shown = duties.iter().find(|d| d["id"] == *duty).expect("the row");
    let path: Vec<String> = serde_json::from_value(shown["column_path"].clone()).expect("a path");
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    assert!(owners(&now, &path).contains(&"县大数据局".to_owned()));
}
