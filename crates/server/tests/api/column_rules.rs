//! 设定更新要求: what a coordinator sets at a column reaches down the tree from a day on.

use serde_json::{Value, json};

use crate::county::{Person, Site};

fn elapsed(days: u16) -> Value {
    json!({"kind": "elapsed", "period": {"unit": "days", "count": days}})
}

fn setting(reach: &str, rules: &[Value], from: &str) -> Value {
    json!({
        "reach": reach, "rules": rules, "effective_from": from,
        "basis": "县政府办公室2026年政务公开工作要点", "reason": "工作要点要求",
    })
}

/// The duty of 县农业农村局 with its column and the one above.
async fn places(site: &Site, coordinator: &Person) -> (i64, Value, Value) {
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let duty = coordinator.get(&format!("/duties/{duty_id}")).await.ok();
    let column = duty["row"]["column_id"].clone();
    let detail = coordinator.get(&format!("/columns/{column}")).await.ok();
    let levels = detail["levels"].as_array().expect("levels");
    let above = levels[levels.len() - 2]["id"].clone();
    (duty_id, column, above)
}

async fn duty(coordinator: &Person, duty_id: i64) -> Value {
    coordinator.get(&format!("/duties/{duty_id}")).await.ok()
}

#[tokio::test]
async fn a_floor_above_reaches_the_columns_below() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let (duty_id, column, above) = places(&site, &coordinator).await;
    let before = duty(&coordinator, duty_id).await["rules"]
        .as_array()
        .map_or(0, Vec::len);
    let request = setting("floor", &[elapsed(5)], "2026-11-30");
    let path = format!("/columns/{above}/rules");
    let preview = coordinator
        .post(&format!("{path}/preview"), &request)
        .await
        .ok();
    assert!(
        preview["moved"]
            .as_array()
            .is_some_and(|moved| !moved.is_empty())
    );
    coordinator.post(&path, &request).await.created();
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "rules_set");
    assert!(
        line.note.starts_with(
            "底线要求由“未设定”改为“5日内更新”，自2026年11月30日（周一）起执行，及于下级栏目。"
        ),
        "{}",
        line.note
    );

    let planned = duty(&coordinator, duty_id).await;
    assert_eq!(
        planned["rules"].as_array().map_or(0, Vec::len),
        before,
        "not in force yet"
    );
    let detail = coordinator.get(&format!("/columns/{column}")).await.ok();
    assert_eq!(detail["settings"][0]["planned"], true);
    assert_eq!(detail["settings"][0]["column_id"], above);
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    let rules = duty(&coordinator, duty_id).await["rules"].clone();
    let set = rules
        .as_array()
        .and_then(|r| r.iter().find(|r| r["source"] == "coordinator"));
    let set = set.expect("the floor");
    assert_eq!(set["source_text"], "5日内更新");
    assert_eq!(set["effective_from"], "2026-11-30");
    assert!(set["inherited_from"].is_string(), "{set}");
}

#[tokio::test]
async fn the_own_default_sets_the_cell_aside_until_it_is_taken_back() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let (duty_id, column, _) = places(&site, &coordinator).await;
    let path = format!("/columns/{column}/rules");
    let mut request = setting("default", &[elapsed(60)], "2026-11-23");
    request["words"] = json!("每两个月至少更新一次");
    coordinator.post(&path, &request).await.created();
    let set = duty(&coordinator, duty_id).await;
    assert_eq!(set["set_aside"][0]["source"], "annex");
    let own = set["rules"].as_array().expect("rules").iter();
    let own: Vec<&Value> = own.filter(|rule| rule["source"] == "coordinator").collect();
    assert_eq!(own[0]["source_text"], "每两个月至少更新一次");
    assert_eq!(own[0]["inherited_from"], Value::Null);

    let back = json!({
        "reach": "default", "take_back": true, "effective_from": "2026-11-30",
        "reason": "恢复分工表的要求",
    });
    let error = coordinator
        .post(&path, &setting("default", &[elapsed(9)], "2026-11-23"))
        .await;
    let error = error.refused(409, "refused");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|m| m.contains("每两个月至少更新一次")),
        "{error}"
    );
    coordinator.post(&path, &back).await.created();
    let line = site.last_ledger_line().await;
    assert_eq!(
        line.note,
        "默认要求由“60日内更新”改为“不再设定”，自2026年11月30日（周一）起执行，及于下级栏目。原因：恢复分工表的要求。"
    );
    site.advance_days(7);
    let coordinator = site.sign_in("coordinator").await;
    let after = duty(&coordinator, duty_id).await;
    assert_eq!(after["set_aside"], json!([]));
    assert!(
        after["rules"]
            .as_array()
            .is_some_and(|r| r.iter().all(|r| r["source"] != "coordinator"))
    );
    let detail = coordinator.get(&format!("/columns/{column}")).await.ok();
    assert_eq!(detail["settings"], json!([]));
    let mut again = back.clone();
    again["effective_from"] = json!("2026-12-01");
    coordinator
        .post(&path, &again)
        .await
        .refused(409, "refused");
}

#[tokio::test]
async fn nothing_is_due_before_the_setting_is_in_force() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let (_, _, above) = places(&site, &coordinator).await;
    let path = format!("/columns/{above}/rules/preview");
    let preview = coordinator
        .post(&path, &setting("floor", &[elapsed(1)], "2026-12-07"))
        .await
        .ok();
    let moved = preview["moved"].as_array().expect("a list");
    assert!(!moved.is_empty());
    for obligation in moved {
        let was_due = obligation["before"]
            .as_str()
            .is_some_and(|due| due < "2026-12-07");
        assert!(
            was_due || obligation["after"].as_str() >= Some("2026-12-07"),
            "{obligation}"
        );
    }
}

#[tokio::test]
async fn rules_that_make_no_sense_are_refused() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let (_, column, _) = places(&site, &coordinator).await;
    let path = format!("/columns/{column}/rules");
    let good = setting("floor", &[elapsed(30)], "2026-11-30");
    let wrong = [
        ("rules", json!([])),
        ("rules", json!([elapsed(0)])),
        ("rules", json!([elapsed(367)])),
        ("rules", json!([{"kind": "count", "per_year": 0}])),
        ("rules", json!([{"kind": "external"}])),
        (
            "rules",
            json!([{
                "kind": "event", "triggers": [],
                "limit": {"unit": "working_days", "count": 3},
            }]),
        ),
        (
            "rules",
            json!([{
                "kind": "event", "triggers": ["change", "change"],
                "limit": {"unit": "working_days", "count": 3},
            }]),
        ),
        ("take_back", json!(true)),
        ("basis", json!("")),
        ("reason", json!("")),
        ("words", json!("长".repeat(501))),
        ("effective_from", json!("2026-11-22")),
    ];
    for (field, value) in wrong {
        let mut request = good.clone();
        request[field] = value;
        let named = if field == "take_back" { "rules" } else { field };
        let error = coordinator
            .post(&path, &request)
            .await
            .refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], named, "{error}");
    }
    let officer = site.sign_in("nyj-officer").await;
    officer.post(&path, &good).await.refused(403, "not_allowed");
    officer
        .post(&format!("{path}/preview"), &good)
        .await
        .refused(403, "not_allowed");
    coordinator
        .post("/columns/999999/rules", &good)
        .await
        .refused(404, "not_found");
}
