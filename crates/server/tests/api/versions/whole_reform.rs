//! A reform as a county decides it, told from end to end: 县农业农村局 and 县林业局 become one bureau, a
//! column moves, and a requirement changes, all from 1 December. On 30 November nothing of it holds;
//! on 1 December all of it does; and 30 November can still be looked at.

use lanmu_api::path;
use serde_json::{Value, json};

use super::{DAY, column, coordinator, drafted, id, matrix, owners, put, row};
use crate::county::{Person, Site, rows};

const EVE: &str = "?as_of=2026-11-30";
const BUREAU: &str = "县农业农村和林业局";
const WORK: [&str; 2] = ["三农服务", "三农工作情况"];
const FORESTRY: [&str; 2] = ["政务公开", "征地拆迁"];
const MARKET: [&str; 2] = ["三农服务", "市场信息"];
const MARKET_THEN: [&str; 2] = ["政务公开", "市场信息"];
const POLICY: [&str; 2] = ["三农服务", "惠农政策"];

/// How a table says it: path, requirement, owners of the lines that concern the reform.
fn table_lines(csv: &str) -> Vec<String> {
    let lines = rows(csv)
        .into_iter()
        .skip(1)
        .map(|line| line[1..7].join("|"));
    let ours = ["三农工作情况", "征地拆迁", "市场信息", "惠农政策"];
    let mut found: Vec<String> = lines
        .filter(|line| ours.iter().any(|name| line.contains(&format!("|{name}|"))))
        .collect();
    found.sort();
    found
}

async fn exported(person: &Person, query: &str) -> Vec<String> {
    let file = format!("{}?format=csv{query}", path::MATRIX_ANNEX);
    table_lines(&person.0.get(&file).await.ok().text)
}

/// Where the officer of 县农业农村局 has something to do, under whose name.
async fn to_do(officer: &Person) -> String {
    officer.get("/today?limit=100").await.ok()["items"].to_string()
}

fn before_the_reform(matrix: &Value) {
    assert_eq!(matrix["version"]["number"], 1);
    assert_eq!(owners(matrix, &WORK), ["县农业农村局"]);
    let forestry = owners(matrix, &FORESTRY);
    assert!(forestry.contains(&"县林业局".to_owned()), "{forestry:?}");
    assert!(row(matrix, &MARKET_THEN).is_none());
    assert_eq!(row(matrix, &MARKET).expect("the row")["due"], "2027-05-20");
    assert_eq!(row(matrix, &POLICY).expect("the row")["due"], "2027-05-20");
}

fn after_the_reform(matrix: &Value, market: i64, policy: i64) {
    assert_eq!(matrix["version"]["number"], 2);
    assert_eq!(owners(matrix, &WORK), [BUREAU]);
    let forestry = owners(matrix, &FORESTRY);
    assert!(forestry.contains(&BUREAU.to_owned()), "{forestry:?}");
    assert!(!forestry.contains(&"县林业局".to_owned()), "{forestry:?}");
    assert!(row(matrix, &MARKET).is_none());
    let moved = row(matrix, &MARKET_THEN).expect("the moved row");
    assert_eq!(
        (&moved["id"], &moved["due"]),
        (&json!(market), &json!("2027-05-20")),
        "the duty goes on with its clock"
    );
    let ruled = row(matrix, &POLICY).expect("the row");
    assert_eq!(
        (&ruled["id"], &ruled["due"]),
        (&json!(policy), &json!("2026-12-20")),
        "a month, no longer half a year"
    );
}

#[tokio::test]
async fn a_reform_holds_from_its_day_and_not_before() {
    let site = Site::start().await;
    let farming = site.department_id("县农业农村局").await;
    let forest = site.department_id("县林业局").await;
    let market = site.duty("县农业农村局", "市场信息").await;
    let policy = site.duty("县农业农村局", "惠农政策").await;
    for duty in [market, policy] {
        site.publish(duty, farming, "2026-11-20T10:00:00+08:00", &[])
            .await;
    }

    // 23 November: the coordinator drafts it, sees what it would do, and decides.
    let person = coordinator(&site).await;
    let market_column = column(&person, &MARKET).await;
    let policy_column = column(&person, &POLICY).await;
    let open = column(&person, &["政务公开"]).await;
    let reform = [
        json!({"kind": "add_department", "name": BUREAU, "department_kind": "政府工作部门"}),
        json!({"kind": "merge_departments", "from": [id(farming), id(forest)], "into": {"new": 1}}),
        json!({"kind": "move_column", "column": id(market_column), "parent": id(open)}),
        json!({"kind": "set_requirement", "column": id(policy_column), "requirement": "每月更新"}),
    ];
    let view = drafted(&person, DAY, &reform).await;
    let preview = person.get(&super::act(&view, "preview")).await.ok();
    assert_eq!(
        (&preview["problems"], &preview["appear"], &preview["end"]),
        (&json!([]), &json!([]), &json!([]))
    );
    let moved = preview["moved"].as_array().expect("due dates");
    let of_policy = moved.iter().find(|one| one["duty_id"] == policy);
    let of_policy = of_policy.expect("the requirement that changes");
    assert_eq!(
        (&of_policy["before"], &of_policy["after"]),
        (&json!("2027-05-20"), &json!("2026-12-20"))
    );
    let table = exported(&person, "").await;
    put(&person, &view).await;

    // 30 November, the eve.
    site.advance_days(7);
    let person = coordinator(&site).await;
    before_the_reform(&matrix(&person, "").await);
    assert_eq!(exported(&person, "").await, table);
    let officer = site.sign_in("nyj-officer").await;
    let list = to_do(&officer).await;
    assert!(
        list.contains("县农业农村局") && !list.contains(BUREAU),
        "{list}"
    );

    // 1 December.
    site.advance_days(1);
    let officer = site.sign_in("nyj-officer").await;
    let list = to_do(&officer).await;
    assert!(list.contains(BUREAU), "{list}");
    let person = coordinator(&site).await;
    after_the_reform(&matrix(&person, "").await, market, policy);
    before_the_reform(&matrix(&person, EVE).await);
    let then = exported(&person, "").await;
    assert_eq!(
        then,
        [
            "三农服务|三农工作情况|||一周内更新|县农业农村和林业局",
            "三农服务|惠农政策|||每月更新|县农业农村和林业局",
            "政务公开|市场信息|||半年内更新|县农业农村和林业局",
            "政务公开|征地拆迁|||变化后立即更新|县自然资源和规划局、县农业农村和林业局、县住房和城乡建设局",
        ]
    );
    assert_eq!(exported(&person, "&version=1").await, table, "as it was");
    assert_eq!(exported(&person, "&version=2").await, then);
    let check = site.sign_in("auditor").await;
    let check = check.get("/ledger/verification").await.ok();
    assert_eq!(check["intact"], true);
}
