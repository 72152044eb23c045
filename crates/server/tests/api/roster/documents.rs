//! 三审 rules, duty lists and sealed forms.

use lanmu_api::path::BASE;
use serde_json::{Value, json};

use super::FINANCE;
use crate::county::Site;

const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

#[tokio::test]
async fn a_new_version_goes_before_the_former_ones_which_stay() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let id = site.department_id(FINANCE).await;
    let path = |title: &str| {
        format!("{BASE}/departments/{id}/documents?kind=review_rules&title={title}&day=2026-11-20")
    };
    for title in ["first", "second"] {
        officer
            .0
            .send_file(&path(title), "rules.pdf", PDF.to_vec())
            .await
            .ok();
        assert_eq!(site.last_ledger_line().await.act, "document_filed");
    }
    let view = officer.get(&format!("/departments/{id}/roster")).await.ok();
    let documents = view["documents"].as_array().unwrap();
    let said: Vec<(&Value, &Value)> = documents
        .iter()
        .map(|d| (&d["title"], &d["current"]))
        .collect();
    assert_eq!(
        said,
        [
            (&json!("second"), &json!(true)),
            (&json!("first"), &json!(false))
        ]
    );

    let coordinator = site.sign_in("coordinator").await;
    let overview = coordinator.get("/rosters").await.ok();
    let of = |name: &str| {
        let rows = overview["rows"].as_array().unwrap();
        rows.iter()
            .find(|row| row["department_name"] == name)
            .unwrap()["documents"]
            .clone()
    };
    assert_eq!(of(FINANCE), json!(["review_rules"]));
    assert_eq!(of("县农业农村局"), json!([]));
    let own = officer.get("/rosters").await.ok();
    assert_eq!(
        own["rows"].as_array().unwrap().len(),
        1,
        "only the own department"
    );

    let file = format!("/department-documents/{}/file", documents[0]["id"]);
    for who in ["czj-leader", "coordinator"] {
        let person = site.sign_in(who).await;
        let reply = person.0.get(&format!("{BASE}{file}")).await.ok();
        assert_eq!(reply.bytes, PDF, "{who}");
    }
    assert_ne!(
        site.last_ledger_line().await.act,
        "numbers_seen",
        "rules hold no numbers"
    );
    site.sign_in("nyj-officer")
        .await
        .get(&file)
        .await
        .refused(404, "not_found");
    site.sign_in("sysadmin")
        .await
        .get(&file)
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn what_is_wrong_is_refused_and_nothing_is_stored() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let own = site.department_id(FINANCE).await;
    let other = site.department_id("县农业农村局").await;
    let path =
        |department: i64, rest: &str| format!("{BASE}/departments/{department}/documents?{rest}");
    let right = "kind=duty_list&title=list&day=2026-11-20";
    let reply = officer
        .0
        .send_file(&path(other, right), "a.pdf", PDF.to_vec())
        .await;
    assert_eq!(reply.code(403), "not_allowed");
    let wrong = "kind=duty_list&title=&day=2026-12-20";
    let reply = officer
        .0
        .send_file(&path(own, wrong), "a.pdf", PDF.to_vec())
        .await;
    assert_eq!(reply.fields(), ["title", "day"]);
    let reply = officer
        .0
        .send_file(&path(own, right), "a.docx", PDF.to_vec())
        .await;
    assert_eq!(reply.fields(), ["file"]);
    let sealed = "kind=sealed_form&title=x&day=2026-11-20";
    let reply = officer
        .0
        .send_file(&path(own, sealed), "a.pdf", PDF.to_vec())
        .await;
    assert_eq!(reply.fields(), ["kind"]);
    let view = officer
        .get(&format!("/departments/{own}/roster"))
        .await
        .ok();
    assert_eq!(view["documents"], json!([]));
}

#[tokio::test]
async fn the_sealed_scan_is_kept_with_its_hand_in_and_every_look_written_down() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let coordinator = site.sign_in("coordinator").await;
    site.fill(&officer, FINANCE).await;
    let body = json!({"title": "工作机构表", "due": "2026-11-25T18:00:00+08:00"});
    let collection = coordinator
        .post("/roster-collections", &body)
        .await
        .created();
    let own = site.department(FINANCE).await;
    let path = format!("/roster-collections/{}/hand-ins", collection["id"]);
    let place = json!({ "department_id": own });
    let first = officer.post(&path, &place).await.created();
    let scan = |id: &Value| format!("{BASE}/roster-hand-ins/{id}/scan");
    let wrong = officer
        .0
        .send_file(&scan(&first["id"]), "a.txt", b"text".to_vec())
        .await;
    assert_eq!(wrong.fields(), ["file"]);
    let stored = officer
        .0
        .send_file(&scan(&first["id"]), "a.pdf", PDF.to_vec())
        .await
        .ok();
    let stranger = site.sign_in("nyj-officer").await;
    let reply = stranger
        .0
        .send_file(&scan(&first["id"]), "a.pdf", PDF.to_vec())
        .await;
    assert_eq!(reply.code(403), "not_allowed");
    let overview = coordinator.get("/rosters").await.ok();
    let rows = overview["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["department_id"] == own).unwrap();
    assert_eq!(
        (&row["sealed"], &row["handed_in"]),
        (&json!(true), &json!("on_time"))
    );

    let file = format!("/department-documents/{}/file", stored.json["id"]);
    let before = site.last_ledger_line().await.sequence;
    officer.get(&file).await;
    assert_eq!(
        site.last_ledger_line().await.sequence,
        before,
        "the own scan"
    );
    coordinator.get(&file).await;
    let line = site.last_ledger_line().await;
    assert_eq!(
        (line.act.as_str(), line.department_name.as_str()),
        ("numbers_seen", FINANCE)
    );

    // Handed in again: the new form has no seal yet, the old one keeps its own.
    officer.post(&path, &place).await.created();
    let reply = officer
        .0
        .send_file(&scan(&first["id"]), "a.pdf", PDF.to_vec())
        .await;
    assert_eq!(reply.code(409), "refused");
    let view = officer
        .get(&format!("/departments/{own}/roster"))
        .await
        .ok();
    let scans: Vec<usize> = view["hand_ins"]
        .as_array()
        .unwrap()
        .iter()
        .map(|h| h["scans"].as_array().unwrap().len())
        .collect();
    assert_eq!(scans, [0, 1]);
}
