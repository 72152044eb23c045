//! 部门分组: set up, renamed, ended, with what they were on earlier days.

use serde_json::{Value, json};

use super::{DAY, act, against, column, coordinator, drafted, id, matrix, owners, put, row, text};
use crate::county::{Person, Site};

const TODAY: &str = "2026-11-23";
/// Groups of the county's table.
const TOWNS: &str = "各乡镇";
const ALL: &str = "县级各部门";

async fn groups(person: &Person, query: &str) -> Vec<Value> {
    let groups = person.get(&format!("/matrix/groups{query}")).await.ok();
    groups.as_array().expect("groups").clone()
}

async fn group(person: &Person, query: &str, name: &str) -> Option<Value> {
    let groups = groups(person, query).await;
    groups.into_iter().find(|group| group["name"] == name)
}

async fn group_id(person: &Person, name: &str) -> Value {
    group(person, "", name).await.expect("the group")["id"].clone()
}

async fn preview(person: &Person, view: &Value) -> Value {
    let preview = person.get(&act(view, "preview")).await.ok();
    assert_eq!(preview["problems"], json!([]), "{}", preview["problems"]);
    preview
}

/// The rows whose cell names a group.
fn naming(matrix: &Value, name: &str) -> usize {
    let duties = matrix["duties"].as_array().expect("duties").iter();
    let mut rows: Vec<&Value> = duties
        .filter(|duty| {
            text(&duty["owner_text"])
                .split('、')
                .any(|part| part == name)
        })
        .map(|duty| &duty["annex_row"])
        .collect();
    rows.dedup();
    rows.len()
}

#[tokio::test]
async fn a_draft_forms_a_group_and_names_it() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let farming = site.department_id("县农业农村局").await;
    let forest = site.department_id("县林业局").await;
    let changes = [
        json!({"kind": "add_group", "name": "涉农部门", "departments": [id(farming), id(forest)]}),
        json!({"kind": "set_owners", "column": id(market), "owners": {"groups": [{"new": 1}]}}),
        json!({
            "kind": "add_department", "name": "县农机局", "department_kind": "事业单位",
            "groups": [{"new": 1}],
        }),
    ];
    let view = drafted(&coordinator, DAY, &changes).await;
    assert_eq!(
        view["changes"][0]["words"],
        "新设部门分组“涉农部门”，组成部门：县农业农村局、县林业局"
    );
    let seen = preview(&coordinator, &view).await;
    assert_eq!(
        seen["passed"],
        json!([{
            "column_path": ["三农服务", "市场信息"],
            "come": ["县林业局", "县农机局"], "leave": [],
        }])
    );
    let cell = &seen["differences"][0]["cells"][0];
    assert_eq!(
        (&cell["before"], &cell["after"]),
        (&json!("县农业农村局"), &json!("涉农部门"))
    );
    put(&coordinator, &view).await;
    assert_eq!(group(&coordinator, "", "涉农部门").await, None, "not yet");
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(
        owners(&now, &["三农服务", "市场信息"]),
        ["县农业农村局", "县林业局", "县农机局"]
    );
    let formed = group(&coordinator, "", "涉农部门")
        .await
        .expect("the group");
    assert_eq!(formed["department_ids"].as_array().map(Vec::len), Some(3));
    assert_eq!(
        group(&coordinator, "?as_of=2026-11-30", "涉农部门").await,
        None
    );
    // The table with the new name goes out and comes back.
    let path = format!("{}?format=xlsx", lanmu_api::path::MATRIX_ANNEX);
    let file = coordinator.0.get(&path).await.ok();
    let reply = coordinator
        .0
        .send_file(lanmu_api::path::MATRIX_ANNEX_PROPOSE, "a.xlsx", file.bytes)
        .await;
    assert_eq!(reply.ok().json["proposals"], json!([]));
}

#[tokio::test]
async fn a_renamed_group_stands_in_its_rows_and_its_old_name_is_understood() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let before = matrix(&coordinator, "").await;
    let rows = naming(&before, TOWNS);
    assert!(rows > 0);
    let towns = group_id(&coordinator, TOWNS).await;
    let rename = json!({"kind": "rename_group", "group": towns, "name": "各镇乡"});
    let view = drafted(&coordinator, DAY, &[rename]).await;
    let seen = preview(&coordinator, &view).await;
    assert_eq!(seen["differences"].as_array().map(Vec::len), Some(rows));
    assert_eq!(seen["passed"], json!([]), "the same departments answer");
    put(&coordinator, &view).await;
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!((naming(&now, TOWNS), naming(&now, "各镇乡")), (0, rows));
    let then = matrix(&coordinator, "?as_of=2026-11-30").await;
    assert_eq!((naming(&then, TOWNS), naming(&then, "各镇乡")), (rows, 0));
    assert!(group(&coordinator, "", "各镇乡").await.is_some());
    let old = group(&coordinator, "?as_of=2026-11-30", TOWNS).await;
    assert_eq!(old.expect("under its old name")["id"], towns);
    // The county's own file still has the old name: it is nobody unknown.
    let own = include_bytes!("../../../../domain/data/annex2.csv").to_vec();
    let reply = coordinator
        .0
        .send_file(lanmu_api::path::MATRIX_ANNEX_COMPARE, "a.csv", own)
        .await;
    let compared = reply.ok().json;
    assert_eq!(compared["differences"].as_array().map(Vec::len), Some(rows));
    let doubts = compared["doubts"].as_array().expect("doubts");
    let unknown = |doubt: &&Value| doubt["kind"] == "unknown_department";
    assert_eq!(doubts.iter().find(unknown), None);
}

#[tokio::test]
async fn members_that_leave_are_told_and_remembered() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let all = group(&coordinator, "", ALL).await.expect("the group");
    let forest = site.department_id("县林业局").await;
    let rest = all["department_ids"].as_array().expect("members").iter();
    let rest: Vec<Value> = rest
        .filter(|member| **member != json!(forest))
        .map(|member| json!({"id": member}))
        .collect();
    let change = json!({"kind": "set_group", "group": all["id"], "departments": rest});
    let view = drafted(&coordinator, DAY, &[change]).await;
    let seen = preview(&coordinator, &view).await;
    let passed = seen["passed"].as_array().expect("duties");
    assert!(!passed.is_empty());
    for duty in passed {
        assert_eq!(
            (&duty["come"], &duty["leave"]),
            (&json!([]), &json!(["县林业局"])),
            "{duty}"
        );
    }
    assert_eq!(seen["differences"], json!([]), "the cells stay");
    put(&coordinator, &view).await;
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let now = group(&coordinator, "", ALL).await.expect("the group");
    assert_eq!(
        now["department_ids"].as_array().map(Vec::len),
        Some(rest.len())
    );
    let then = group(&coordinator, "?as_of=2026-11-30", ALL).await;
    assert_eq!(then, Some(all));
    // The list of departments of a day says the same.
    let of_forest = async |query: &str| {
        let matrix = matrix(&coordinator, query).await;
        let departments = matrix["departments"].as_array().expect("departments");
        let forest = departments.iter().find(|d| d["name"] == "县林业局");
        forest.expect("县林业局")["groups"].clone()
    };
    assert_eq!(of_forest("").await, json!([]));
    assert_eq!(of_forest("?as_of=2026-11-30").await, json!([ALL]));
}

#[tokio::test]
async fn a_group_ends_when_no_row_names_it_any_more() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let towns = group_id(&coordinator, TOWNS).await;
    let end = json!({"kind": "end_group", "group": towns});
    let view = drafted(&coordinator, DAY, std::slice::from_ref(&end)).await;
    let fields = against(&coordinator, &view).await;
    assert_eq!(fields[0].0, "changes.1.group");
    assert!(
        fields[0].1.contains("还写着“各乡镇”，请先调整"),
        "{fields:?}"
    );
    let now = matrix(&coordinator, "").await;
    let office = site.department_id("县政府办公室").await;
    let duties = now["duties"].as_array().expect("duties").iter();
    let mut columns: Vec<&Value> = duties
        .filter(|duty| text(&duty["owner_text"]).contains(TOWNS))
        .map(|duty| &duty["column_id"])
        .collect();
    columns.dedup();
    let owners = json!({"departments": [id(office)]});
    let mut changes: Vec<Value> = columns
        .iter()
        .map(|of| json!({"kind": "set_owners", "column": {"id": of}, "owners": owners}))
        .collect();
    changes.push(end);
    let view = drafted(&coordinator, TODAY, &changes).await;
    preview(&coordinator, &view).await;
    put(&coordinator, &view).await;
    assert_eq!(group(&coordinator, "", TOWNS).await, None);
    site.advance_days(1);
    let coordinator = super::coordinator(&site).await;
    let then = group(&coordinator, "?as_of=2026-11-22", TOWNS).await;
    assert_eq!(then.expect("it was one")["id"], towns);
    coordinator
        .get("/matrix/groups?as_of=2026-12-24")
        .await
        .refused(422, "invalid");
    // Its name is free again.
    let again = json!({"kind": "add_group", "name": TOWNS, "departments": [id(office)]});
    let gone = json!({"kind": "set_group", "group": towns, "departments": [id(office)]});
    let view = drafted(&coordinator, DAY, &[again, gone]).await;
    let fields = against(&coordinator, &view).await;
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(fields[0].0, "changes.2.group");
}

#[tokio::test]
async fn every_wrong_group_is_named_with_its_place() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let towns = group_id(&coordinator, TOWNS).await;
    let office = site.department_id("县政府办公室").await;
    let add = |name: &str, departments: Value| json!({"kind": "add_group", "name": name, "departments": departments});
    let one = json!([id(office)]);
    let changes = [
        (add(TOWNS, one.clone()), "name", "已有部门分组"),
        (add("县财政局", one.clone()), "name", "部门的名称"),
        (add("县发展和改革委员会", one.clone()), "name", "别名"),
        (add("甲、乙", one.clone()), "name", "顿号"),
        (add(" ", one.clone()), "name", "请填写分组名称"),
        (
            add("无人组", json!([])),
            "departments",
            "请至少选择一个部门",
        ),
        (
            add("未知组", json!([id(999_999)])),
            "departments",
            "没有这个部门",
        ),
        (
            add("重复组", json!([id(office), id(office)])),
            "departments",
            "重复",
        ),
        (
            json!({"kind": "rename_group", "group": towns, "name": ALL}),
            "name",
            "已有部门分组",
        ),
        (
            json!({"kind": "rename_group", "group": towns, "name": TOWNS}),
            "name",
            "无须更名",
        ),
        (
            json!({"kind": "end_group", "group": 999_999}),
            "group",
            "没有这个部门分组",
        ),
        (
            json!({"kind": "add_department", "name": TOWNS, "department_kind": "乡镇"}),
            "name",
            "已有部门分组",
        ),
        // What could not be added is named by its own line only.
        (json!({"kind": "end_group", "group": {"new": 5}}), "", ""),
    ];
    let asked: Vec<Value> = changes
        .iter()
        .map(|(change, _, _)| change.clone())
        .collect();
    let view = drafted(&coordinator, DAY, &asked).await;
    let told = against(&coordinator, &view).await;
    let expected = (1..)
        .zip(&changes)
        .filter(|(_, (_, _, words))| !words.is_empty());
    let expected: Vec<_> = expected.collect();
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for ((field, message), (number, (_, place, words))) in told.iter().zip(expected) {
        assert_eq!(*field, format!("changes.{number}.{place}"));
        assert!(message.contains(words), "{message}");
    }
    let later = json!({"kind": "end_group", "group": {"new": 9}});
    coordinator
        .post("/matrix/drafts", &super::draft(DAY, &[later]))
        .await
        .refused(422, "invalid");
}

#[tokio::test]
async fn a_group_that_another_changed_meanwhile_is_told() {
    let site = Site::start().await;
    let (first, second) = (coordinator(&site).await, coordinator(&site).await);
    let towns = group_id(&first, TOWNS).await;
    let rename = json!({"kind": "rename_group", "group": towns, "name": "各镇乡"});
    let view = drafted(&first, DAY, &[rename]).await;
    let office = site.department_id("县政府办公室").await;
    let members = json!({"kind": "set_group", "group": towns, "departments": [id(office)]});
    let other = drafted(&second, TODAY, &[members]).await;
    put(&second, &other).await;
    let body = json!({"version": view["version"], "seen": view["seen"]});
    let error = first
        .post(&act(&view, "put-in-force"), &body)
        .await
        .refused(409, "stale");
    assert!(text(&error["message"]).contains(TOWNS), "{error}");
    let again = first
        .get(&format!("/matrix/drafts/{}", view["id"]))
        .await
        .ok();
    put(&first, &again).await;
    // Planned for its day, it keeps others off.
    let end = json!({"kind": "end_group", "group": towns});
    let view = drafted(&second, TODAY, &[end]).await;
    let fields = against(&second, &view).await;
    assert!(fields[0].1.contains("责任表第3版已定于"), "{fields:?}");
    let now = matrix(&second, "").await;
    assert!(row(&now, &["三农服务", "市场信息"]).is_some());
}
