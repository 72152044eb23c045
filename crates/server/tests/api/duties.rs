//! The detail of a duty, and 核对无变化.

use serde_json::{Value, json};

use crate::county::Site;

fn checked(department_id: &Value) -> Value {
    json!({"department_id": department_id, "note": "已逐项核对，内容与实际一致。"})
}

#[tokio::test]
async fn a_duty_explains_its_standing() {
    let site = Site::with_history().await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let duty = site
        .sign_in("nyj-officer")
        .await
        .get(&format!("/duties/{duty_id}"))
        .await
        .ok();
    assert_eq!(duty["row"]["requirement"], "一周内更新");
    assert_eq!(duty["row"]["status"], "overdue");
    let judgement = &duty["judgements"][0]["judgement"];
    assert_eq!(judgement["status"], duty["row"]["status"]);
    assert!(
        judgement["by_rule"][0]["arithmetic"]
            .as_str()
            .is_some_and(|a| a.contains("7 天"))
    );
    let publications = duty["publications"].as_array().expect("publications");
    assert!(!publications.is_empty() && publications.len() <= 20);
    let times: Vec<&str> = publications
        .iter()
        .filter_map(|p| p["published_at"].as_str())
        .collect();
    assert!(
        times.is_sorted_by(|later, earlier| later >= earlier),
        "newest first"
    );
}

#[tokio::test]
async fn a_duty_of_others_is_not_there() {
    let site = Site::with_history().await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let path = format!("/duties/{duty_id}");
    site.sign_in("czj-officer")
        .await
        .get(&path)
        .await
        .refused(404, "not_found");
    site.sign_in("coordinator").await.get(&path).await.ok();
    site.sign_in("coordinator")
        .await
        .get("/duties/999999")
        .await
        .refused(404, "not_found");
    site.sign_in("coordinator")
        .await
        .get("/duties/x")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn publishing_makes_an_overdue_column_fresh() {
    let site = Site::with_history().await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let department = site.department_id("县农业农村局").await;
    site.publish(duty_id, department, "2026-11-23T09:00:00+08:00", &[])
        .await;
    let duty = site
        .sign_in("nyj-officer")
        .await
        .get(&format!("/duties/{duty_id}"))
        .await
        .ok();
    assert_eq!(duty["row"]["status"], "fresh");
    assert_eq!(duty["row"]["due"], "2026-11-30");
}

#[tokio::test]
async fn an_update_begins_a_new_row() {
    let site = Site::with_history().await;
    let own = site.department("县财政局").await;
    let duty_id = site.duty("县财政局", "政府预决算信息专栏").await;
    let path = format!("/duties/{duty_id}/attestations");
    let officer = site.sign_in("czj-officer").await;
    officer.post(&path, &checked(&own)).await.created();
    let line = site.last_ledger_line().await;
    assert_eq!(
        (line.act.as_str(), line.note.as_str()),
        ("attested", "已逐项核对，内容与实际一致。")
    );
    site.advance_days(1);
    let officer = site.sign_in("czj-officer").await;
    officer.post(&path, &checked(&own)).await.created();

    let department = site.department_id("县财政局").await;
    site.publish(duty_id, department, "2026-11-24T10:00:00+08:00", &[])
        .await;
    site.advance_days(1);
    let third = site
        .sign_in("czj-officer")
        .await
        .post(&path, &checked(&own))
        .await
        .created();
    assert_eq!(third["awaits"], false);
}

#[tokio::test]
async fn a_deadline_asks_for_an_update_not_for_a_look() {
    let site = Site::with_history().await;
    let own = site.department("县农业农村局").await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    site.sign_in("nyj-officer")
        .await
        .post(&format!("/duties/{duty_id}/attestations"), &checked(&own))
        .await
        .refused(409, "refused");
}

#[tokio::test]
async fn who_may_attest_and_what_must_be_said() {
    let site = Site::with_history().await;
    let own = site.department("县财政局").await;
    let other = site.department("县农业农村局").await;
    let duty_id = site.duty("县财政局", "政府预决算信息专栏").await;
    let path = format!("/duties/{duty_id}/attestations");
    let officer = site.sign_in("czj-officer").await;
    let mut silent = checked(&own);
    silent["note"] = json!(" \u{3000}\n");
    let error = officer.post(&path, &silent).await.refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "note");
    let error = officer
        .post(&path, &checked(&other))
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "department_id");
    site.sign_in("nyj-officer")
        .await
        .post(&path, &checked(&own))
        .await
        .refused(404, "not_found");
    site.sign_in("czj-head")
        .await
        .post(&path, &checked(&own))
        .await
        .refused(403, "not_allowed");
    site.sign_in("coordinator")
        .await
        .post(&path, &checked(&own))
        .await
        .refused(403, "not_allowed");
}
