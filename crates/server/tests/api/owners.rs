//! 调整责任部门: each department answers for its own part.

use serde_json::{Value, json};

use crate::county::{Person, Site};

fn owners(departments: &[i64], from: &str) -> Value {
    json!({"department_ids": departments, "effective_from": from, "reason": "机构职能调整"})
}

async fn duty(person: &Person, duty_id: i64) -> Value {
    person.get(&format!("/duties/{duty_id}")).await.ok()
}

/// Status and due date of an owner.
async fn stands(site: &Site, duty_id: i64, department: i64) -> (String, Value) {
    let coordinator = site.sign_in("coordinator").await;
    let duty = duty(&coordinator, duty_id).await;
    let owners = duty["row"]["owners"].as_array().expect("owners").clone();
    let owner = owners.iter().find(|o| o["department_id"] == department);
    let owner = owner.expect("an owner of the day");
    (
        owner["status"].as_str().expect("a status").to_owned(),
        owner["due"].clone(),
    )
}

async fn hand_over(site: &Site, duty_id: i64, departments: &[i64], from: &str) {
    let coordinator = site.sign_in("coordinator").await;
    let path = format!("/duties/{duty_id}/owners");
    coordinator
        .post(&path, &owners(departments, from))
        .await
        .created();
}

/// A shared duty of one owner, by elapsed time: due a week after the last update.
async fn shared(site: &Site) -> (i64, i64, i64) {
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let farming = site.department_id("县农业农村局").await;
    let finance = site.department_id("县财政局").await;
    (duty_id, farming, finance)
}

#[tokio::test]
async fn a_shared_duty_handed_over_while_fresh_keeps_its_clock() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    site.publish(duty_id, farming, "2026-11-22T10:00:00+08:00", &[])
        .await;
    assert_eq!(
        stands(&site, duty_id, farming).await,
        ("fresh".to_owned(), json!("2026-11-29"))
    );
    hand_over(&site, duty_id, &[finance], "2026-11-25").await;
    assert_eq!(
        stands(&site, duty_id, farming).await.0,
        "fresh",
        "until then nothing changes"
    );
    site.advance_days(2);
    // What the former owner published in its time still counts.
    assert_eq!(
        stands(&site, duty_id, finance).await,
        ("fresh".to_owned(), json!("2026-11-29"))
    );
    // What it publishes now does not.
    site.publish(duty_id, farming, "2026-11-25T11:00:00+08:00", &[])
        .await;
    assert_eq!(stands(&site, duty_id, finance).await.1, "2026-11-29");
    site.publish(duty_id, finance, "2026-11-25T12:00:00+08:00", &[])
        .await;
    assert_eq!(
        stands(&site, duty_id, finance).await,
        ("fresh".to_owned(), json!("2026-12-02"))
    );
}

#[tokio::test]
async fn a_shared_duty_handed_over_while_overdue_stays_overdue() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    site.publish(duty_id, farming, "2026-11-02T10:00:00+08:00", &[])
        .await;
    hand_over(&site, duty_id, &[finance], "2026-11-24").await;
    site.advance_days(1);
    assert_eq!(
        stands(&site, duty_id, finance).await,
        ("overdue".to_owned(), json!("2026-11-09"))
    );
    let officer = site.sign_in("nyj-officer").await;
    officer
        .get(&format!("/duties/{duty_id}"))
        .await
        .refused(404, "not_found");
    site.sign_in("czj-officer")
        .await
        .get(&format!("/duties/{duty_id}"))
        .await
        .ok();
}

#[tokio::test]
async fn who_takes_over_what_each_owes_starts_with_the_take_over() {
    let site = Site::start().await;
    let duty_id = site.duty("县财政局", "部门文件").await;
    let coordinator = site.sign_in("coordinator").await;
    let before = duty(&coordinator, duty_id).await;
    assert_eq!(before["row"]["mode"], "each");
    let now: Vec<i64> = before["row"]["owners"]
        .as_array()
        .expect("owners")
        .iter()
        .filter_map(|owner| owner["department_id"].as_i64())
        .collect();
    let finance = site.department_id("县财政局").await;
    let without: Vec<i64> = now.iter().copied().filter(|id| *id != finance).collect();
    site.publish(duty_id, without[0], "2026-11-10T10:00:00+08:00", &[])
        .await;
    hand_over(&site, duty_id, &without, "2026-11-24").await;
    site.advance_days(1);
    let issued = json!({
        "trigger": "document_issued", "title": "关于印发管理办法的通知",
        "occurred_on": "2026-11-24", "duty_ids": [duty_id],
    });
    let coordinator = site.sign_in("coordinator").await;
    coordinator.post("/events", &issued).await.created();
    assert_eq!(stands(&site, duty_id, without[0]).await.1, "2026-11-27");

    let mut with = without.clone();
    with.push(finance);
    hand_over(&site, duty_id, &with, "2026-12-01").await;
    site.advance_days(7);
    let (status, due) = stands(&site, duty_id, finance).await;
    assert_eq!(
        (status.as_str(), &due),
        ("blank", &json!("2026-12-04")),
        "three days after it came"
    );
    let coordinator = site.sign_in("coordinator").await;
    let after = duty(&coordinator, duty_id).await;
    let judgements = after["judgements"].as_array().expect("judgements");
    let own = judgements
        .iter()
        .find(|j| j["department_id"] == finance)
        .expect("the owner");
    let rules = own["judgement"]["by_rule"].as_array().expect("rules");
    assert!(
        rules.iter().any(|rule| rule["due"] == "2027-06-01"),
        "the clock of the column starts with the take-over: {rules:?}"
    );
    assert_eq!(
        stands(&site, duty_id, without[0]).await,
        ("overdue".to_owned(), json!("2026-11-27"))
    );
}

#[tokio::test]
async fn there_and_back_again() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    site.publish(duty_id, farming, "2026-11-20T10:00:00+08:00", &[])
        .await;
    hand_over(&site, duty_id, &[finance], "2026-11-24").await;
    site.advance_days(1);
    site.publish(duty_id, finance, "2026-11-24T10:00:00+08:00", &[])
        .await;
    hand_over(&site, duty_id, &[farming], "2026-11-26").await;
    site.advance_days(2);
    assert_eq!(
        stands(&site, duty_id, farming).await,
        ("fresh".to_owned(), json!("2026-12-01"))
    );
    let coordinator = site.sign_in("coordinator").await;
    let tenures = duty(&coordinator, duty_id).await["tenures"].clone();
    let spans: Vec<(i64, &str, Option<&str>)> = tenures
        .as_array()
        .expect("tenures")
        .iter()
        .map(|t| {
            let department = t["department_id"].as_i64().expect("a department");
            (
                department,
                t["since"].as_str().expect("a day"),
                t["until"].as_str(),
            )
        })
        .collect();
    assert_eq!(spans.len(), 3);
    assert_eq!((spans[0].0, spans[0].2), (farming, Some("2026-11-24")));
    assert_eq!(spans[1], (finance, "2026-11-24", Some("2026-11-26")));
    assert_eq!(spans[2], (farming, "2026-11-26", None));
}

#[tokio::test]
async fn who_comes_back_to_what_each_owes_starts_anew() {
    let site = Site::start().await;
    let duty_id = site.duty("县财政局", "部门文件").await;
    let finance = site.department_id("县财政局").await;
    site.publish(duty_id, finance, "2025-01-10T10:00:00+08:00", &[])
        .await;
    let (status, due) = stands(&site, duty_id, finance).await;
    assert_eq!((status.as_str(), &due), ("overdue", &json!("2025-07-10")));
    let coordinator = site.sign_in("coordinator").await;
    let with: Vec<i64> = duty(&coordinator, duty_id).await["row"]["owners"]
        .as_array()
        .expect("owners")
        .iter()
        .filter_map(|owner| owner["department_id"].as_i64())
        .collect();
    let without: Vec<i64> = with.iter().copied().filter(|id| *id != finance).collect();
    hand_over(&site, duty_id, &without, "2026-11-24").await;
    site.advance_days(1);
    hand_over(&site, duty_id, &with, "2026-12-01").await;
    site.advance_days(7);
    let (status, due) = stands(&site, duty_id, finance).await;
    assert_eq!((status.as_str(), &due), ("fresh", &json!("2027-06-01")));
}

#[tokio::test]
async fn owners_who_stay_keep_their_place_and_the_ledger_says_who_was() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    let office = site.department_id("县政府办公室").await;
    hand_over(&site, duty_id, &[office, farming, finance], "2026-11-23").await;
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "owners_changed");
    assert!(line.note.starts_with("由县农业农村局改为"), "{}", line.note);
    assert!(
        line.note
            .ends_with("自2026年11月23日（周一）起负责。原因：机构职能调整。"),
        "{}",
        line.note
    );
    let coordinator = site.sign_in("coordinator").await;
    let row = duty(&coordinator, duty_id).await["row"].clone();
    let ids: Vec<&Value> = row["owners"]
        .as_array()
        .expect("owners")
        .iter()
        .map(|o| &o["department_id"])
        .collect();
    assert_eq!(ids, [&json!(farming), &json!(office), &json!(finance)]);

    let nobody = json!({
        "department_ids": [], "nobody": true, "effective_from": "2026-11-24", "reason": "职能取消",
    });
    let path = format!("/duties/{duty_id}/owners");
    coordinator.post(&path, &nobody).await.created();
    site.advance_days(1);
    let coordinator = site.sign_in("coordinator").await;
    assert_eq!(
        duty(&coordinator, duty_id).await["row"]["owners"],
        json!([])
    );
}

#[tokio::test]
async fn a_preview_of_new_owners_shows_who_comes_and_who_leaves() {
    let site = Site::with_history().await;
    let duty_id = site.duty("县财政局", "部门文件").await;
    let finance = site.department_id("县财政局").await;
    let coordinator = site.sign_in("coordinator").await;
    let now: Vec<i64> = duty(&coordinator, duty_id).await["row"]["owners"]
        .as_array()
        .expect("owners")
        .iter()
        .filter_map(|owner| owner["department_id"].as_i64())
        .filter(|id| *id != finance)
        .collect();
    let path = format!("/duties/{duty_id}/owners/preview");
    let preview = coordinator
        .post(&path, &owners(&now, "2026-11-30"))
        .await
        .ok();
    let moved = preview["moved"].as_array().expect("a list");
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!(moved[0]["department_names"], json!(["县财政局"]));
    assert_eq!(moved[0]["status_after"], "no_clock");
    let row = duty(&coordinator, duty_id).await["row"].clone();
    assert_eq!(
        row["owners"].as_array().map_or(0, Vec::len),
        now.len() + 1,
        "only looked at"
    );
}

#[tokio::test]
async fn one_planned_change_at_a_time() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    hand_over(&site, duty_id, &[finance], "2026-11-30").await;
    let coordinator = site.sign_in("coordinator").await;
    let path = format!("/duties/{duty_id}/owners");
    let request = owners(&[farming, finance], "2026-12-07");
    let error = coordinator
        .post(&path, &request)
        .await
        .refused(409, "refused");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|m| m.contains("2026年11月30日（周一）")),
        "{error}"
    );
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    coordinator.post(&path, &request).await.created();
}

#[tokio::test]
async fn owners_are_checked() {
    let site = Site::start().await;
    let (duty_id, farming, finance) = shared(&site).await;
    let coordinator = site.sign_in("coordinator").await;
    let path = format!("/duties/{duty_id}/owners");
    let good = owners(&[finance], "2026-11-30");
    for (field, value) in [
        ("department_ids", json!([])),
        ("department_ids", json!([999_999])),
        ("department_ids", json!([finance, finance])),
        ("department_ids", json!([farming])),
        ("effective_from", json!("2026-11-22")),
        ("effective_from", json!("2027-11-24")),
        ("reason", json!("")),
    ] {
        let mut request = good.clone();
        request[field] = value;
        let error = coordinator
            .post(&path, &request)
            .await
            .refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], field, "{error}");
    }
    let mut both = good.clone();
    both["nobody"] = json!(true);
    coordinator.post(&path, &both).await.refused(422, "invalid");
    coordinator
        .post("/duties/999999/owners", &good)
        .await
        .refused(404, "not_found");
    for who in ["nyj-officer", "nyj-leader", "sysadmin"] {
        let person = site.sign_in(who).await;
        person.post(&path, &good).await.refused(403, "not_allowed");
        person
            .post(&format!("{path}/preview"), &good)
            .await
            .refused(403, "not_allowed");
    }
}
