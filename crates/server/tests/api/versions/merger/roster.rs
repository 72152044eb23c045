//! 工作机构: nobody is lost, nobody is on it twice, and the form has one leader.

use lanmu_api::path::BASE;
use serde_json::{Value, json};

use super::{FARMING, FINANCE, planned};
use crate::county::{Person, Site};

const DAY: &str = super::super::DAY;
/// Made-up numbers, as the tests of the secrecy check write them.
const MOBILE: &str = "13800138000";
const OFFICE: &str = "0812-5550000";
const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

async fn add(person: &Person, department: i64, (role, name, first_day): (&str, &str, &str)) {
    let entry = json!({
        "role": role, "name": name, "post": "副局长",
        "office_phone": OFFICE, "mobile": MOBILE, "first_day": first_day,
    });
    let path = format!("/departments/{department}/roster");
    person.post(&path, &entry).await.created();
}

async fn overview(person: &Person) -> Vec<Value> {
    let view = person.get("/rosters").await.ok();
    view["rows"].as_array().expect("rows").clone()
}

fn of<'a>(rows: &'a [Value], name: &str) -> Option<&'a Value> {
    rows.iter().find(|row| row["department_name"] == name)
}

#[tokio::test]
async fn people_go_over_once_and_the_leader_stays_who_it_was() {
    let site = Site::start().await;
    let farming = site.department_id(FARMING).await;
    let finance = site.department_id(FINANCE).await;
    let there = site.sign_in("czj-officer").await;
    let here = site.sign_in("nyj-officer").await;
    let today = "2026-11-23";
    add(&there, finance, ("leader", "演示领导甲", today)).await;
    add(&there, finance, ("staff", "演示填录甲", today)).await;
    add(&here, farming, ("leader", "演示领导乙", today)).await;
    add(&here, farming, ("staff", "演示填录甲", today)).await;
    add(&here, farming, ("staff", "演示填录乙", today)).await;
    // Comes only after the merger.
    add(&here, farming, ("staff", "演示填录丙", "2026-12-05")).await;
    let file = format!(
        "{BASE}/departments/{farming}/documents?kind=review_rules&title=rules&day=2026-11-20"
    );
    let file = here.0.send_file(&file, "rules.pdf", PDF.to_vec()).await;
    let document = file.ok().json["id"].as_i64().expect("an id");
    let coordinator = site.sign_in("coordinator").await;
    let collection = json!({
        "title": "2026年工作机构表", "due": "2026-12-20T18:00:00+08:00",
        "department_ids": [farming],
    });
    let collection = coordinator
        .post("/roster-collections", &collection)
        .await
        .created();
    let notes = planned(&coordinator, (farming, finance), DAY).await;
    let told = "“县农业农村局”工作机构表中的2人转入“县财政局”；1人已在名单中，不重复列入；\
                分管领导未转入，因“县财政局”已有分管领导。";
    assert!(notes.contains(&told.to_owned()), "{notes:?}");

    // 30 November.
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    let rows = overview(&coordinator).await;
    let row = of(&rows, FARMING).expect("the department");
    assert_eq!(row["leaders"], json!(["演示领导乙"]));
    assert_eq!(row["staff"], json!(["演示填录甲", "演示填录乙"]));
    assert_eq!(
        of(&rows, FINANCE).expect("it")["staff"],
        json!(["演示填录甲"])
    );

    // 1 December.
    site.advance_days(1);
    let there = site.sign_in("czj-officer").await;
    let coordinator = site.sign_in("coordinator").await;
    let rows = overview(&coordinator).await;
    assert_eq!(of(&rows, FARMING), None, "it is no more");
    let row = of(&rows, FINANCE).expect("the department");
    assert_eq!(row["leaders"], json!(["演示领导甲"]));
    assert_eq!(row["staff"], json!(["演示填录甲", "演示填录乙"]));
    assert_eq!(row["handed_in"], "missing", "the collection asks it now");
    assert_eq!(row["documents"], json!([]), "rules of one's own are needed");
    let view = coordinator
        .get(&format!("/roster-collections/{}", collection["id"]))
        .await
        .ok();
    let asked = view["departments"].as_array().expect("departments");
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0]["department_name"], FINANCE);
    // What was filed stays where it was filed: for the coordinator, not for another department.
    let file = format!("{BASE}/department-documents/{document}/file");
    assert_eq!(coordinator.0.get(&file).await.ok().bytes, PDF);
    assert_eq!(there.0.get(&file).await.status, 404);
    let late = json!({
        "role": "staff", "name": "演示填录丁", "post": "科员",
        "office_phone": "", "mobile": "", "first_day": "2026-12-01",
    });
    coordinator
        .post(&format!("/departments/{farming}/roster"), &late)
        .await
        .refused(409, "refused");
    // Former days say what was.
    let then = coordinator
        .get(&format!("/departments/{farming}/roster?day=2026-11-30"))
        .await
        .ok();
    assert_eq!(then.to_string().matches("演示填录乙").count(), 1);

    // 5 December: who was to come comes.
    site.advance_days(4);
    let coordinator = site.sign_in("coordinator").await;
    let rows = overview(&coordinator).await;
    let staff = &of(&rows, FINANCE).expect("the department")["staff"];
    assert_eq!(*staff, json!(["演示填录甲", "演示填录乙", "演示填录丙"]));
}

#[tokio::test]
async fn a_department_without_a_leader_gets_the_one_who_comes() {
    let site = Site::start().await;
    let farming = site.department_id(FARMING).await;
    let finance = site.department_id(FINANCE).await;
    let here = site.sign_in("nyj-officer").await;
    add(&here, farming, ("leader", "演示领导乙", "2026-11-23")).await;
    let coordinator = site.sign_in("coordinator").await;
    planned(&coordinator, (farming, finance), DAY).await;
    site.advance_days(8);
    let coordinator = site.sign_in("coordinator").await;
    let rows = overview(&coordinator).await;
    let row = of(&rows, FINANCE).expect("the department");
    assert_eq!(row["leaders"], json!(["演示领导乙"]));
}
