//! 存疑: a time that cannot be true is recorded, counts as nothing, and is settled once.

use chrono::Duration;
use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::county::rows;
use crate::scene::{Scene, id_of, released};
use crate::support::{Actor, Reply};

/// Records the publication of a released item, so many minutes from now.
async fn record(scene: &Scene, by: &Actor, view: &Value, minutes: i64) -> Value {
    let body = json!({
        "url": "https://www.example.gov.cn/t1.html",
        "published_at": from_now(scene, minutes),
    });
    by.act(view, "publication", body).await.expect(200)
}

fn from_now(scene: &Scene, minutes: i64) -> String {
    (scene.server.state.clock.now() + Duration::minutes(minutes)).to_rfc3339()
}

fn publication_id(view: &Value) -> i64 {
    view["publication"]["id"].as_i64().expect("a publication")
}

async fn judge(by: &Actor, id: i64, accepted: bool) -> Reply {
    let body = json!({ "accepted": accepted, "note": "已打开发布页面核对。" });
    by.post(&path::publication_act(id, "verdict"), &body).await
}

async fn correct(scene: &Scene, by: &Actor, id: i64, minutes: i64) -> Reply {
    let body = json!({ "published_at": from_now(scene, minutes), "note": "时间填错。" });
    by.post(&path::publication_act(id, "correction"), &body)
        .await
}

async fn status(scene: &Scene) -> String {
    let path = path::duty(scene.market_duty);
    let duty = scene.coordinator.get(&path).await.expect(200);
    duty["row"]["status"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn listed(by: &Actor, query: &str) -> Vec<i64> {
    let page = by
        .get(&format!("{}{query}", path::PUBLICATIONS))
        .await
        .expect(200);
    let items = page["items"].as_array().expect("items");
    items.iter().filter_map(|row| row["id"].as_i64()).collect()
}

async fn today(person: &Actor, kind: &str) -> Vec<Value> {
    let view = person.get(path::TODAY).await.expect(200);
    let items = view["items"].as_array().expect("items");
    items
        .iter()
        .filter(|item| item["kind"] == kind)
        .cloned()
        .collect()
}

#[tokio::test]
async fn a_time_before_the_release_counts_only_when_accepted() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, -1).await;
    assert_eq!(view["row"]["state"], "published");
    assert_eq!(view["publication"]["doubts"], json!(["before_release"]));
    assert_eq!(view["publication"]["verdict"], Value::Null);
    assert_eq!(status(&scene).await, "blank");
    let line = &scene.ledger().await[0];
    let note = line["note"].as_str().expect("a note");
    assert!(note.contains("存疑：发布时间早于审发时间。"), "{note}");
    assert!(scene.notified(&scene.coordinator).await[0].contains("存疑"));

    let id = publication_id(&view);
    let item = &today(&scene.coordinator, "verdicts").await[0];
    assert_eq!(item["count"], 1);
    let item = &today(&scene.officer, "doubtful").await[0];
    assert_eq!(item["article_id"], id_of(&view));
    assert_eq!(item["doubts"], json!(["before_release"]));
    assert!(today(&scene.head, "doubtful").await.is_empty());
    assert!(today(&scene.finance_officer, "doubtful").await.is_empty());

    let duty = scene.officer.get(&path::duty(scene.market_duty)).await;
    let duty = duty.expect(200);
    assert_eq!(duty["publications"][0]["doubts"], json!(["before_release"]));

    let row = judge(&scene.coordinator, id, true).await.expect(200);
    assert_eq!(row["verdict"]["verdict"], "accepted");
    assert_eq!(row["verdict"]["by"], scene.coordinator.name);
    assert_eq!(status(&scene).await, "fresh");
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "evidence_accepted");
    assert_eq!(line["note"], "已打开发布页面核对。");
    assert_eq!(line["article_id"], id_of(&view));
    for person in [&scene.officer, &scene.colleague, &scene.head, &scene.leader] {
        assert!(scene.notified(person).await[0].contains("认定有效"));
    }
    assert!(today(&scene.coordinator, "verdicts").await.is_empty());
    assert!(today(&scene.officer, "doubtful").await.is_empty());
    assert_eq!(listed(&scene.coordinator, "?doubt=accepted").await, [id]);
    assert!(listed(&scene.coordinator, "?doubt=open").await.is_empty());
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn a_rejected_publication_never_counts() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, -600).await;
    let id = publication_id(&view);
    judge(&scene.coordinator, id, false).await.expect(200);
    assert_eq!(status(&scene).await, "blank");
    assert_eq!(listed(&scene.officer, "?doubt=rejected").await, [id]);
    assert!(scene.notified(&scene.officer).await[0].contains("认定无效"));
    assert_eq!(scene.ledger().await[0]["act"], "evidence_rejected");
    let again = judge(&scene.coordinator, id, true).await;
    assert_eq!(again.code(409), "refused");
    let late = correct(&scene, &scene.officer, id, 0).await;
    assert_eq!(late.code(409), "refused");
    assert_eq!(status(&scene).await, "blank");
    let view = scene.officer.get(&path::article(id_of(&view))).await;
    let view = view.expect(200);
    assert_eq!(view["publication"]["verdict"]["verdict"], "rejected");
}

#[tokio::test]
async fn a_future_time_does_not_become_true_by_waiting() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, 10).await;
    let id = publication_id(&view);
    assert_eq!(view["publication"]["doubts"], json!(["in_future"]));
    assert_eq!(status(&scene).await, "blank");
    scene.later(15);
    assert_eq!(status(&scene).await, "blank", "its time has passed");
    // Nor by typing a time that lies after the recording and has passed too.
    let row = correct(&scene, &scene.officer, id, -8).await.expect(200);
    assert_eq!(row["doubts"], json!(["in_future"]));
    assert_eq!(status(&scene).await, "blank");
    judge(&scene.coordinator, id, true).await.expect(200);
    assert_eq!(status(&scene).await, "fresh");
}

#[tokio::test]
async fn an_accepted_future_time_counts_when_it_comes() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, 24 * 60).await;
    judge(&scene.coordinator, publication_id(&view), true)
        .await
        .expect(200);
    assert_eq!(status(&scene).await, "blank", "it is of tomorrow");
}

#[tokio::test]
async fn a_time_equal_to_a_former_one_is_doubtful() {
    let scene = Scene::new().await;
    let first = released(&scene).await;
    scene.later(2);
    let first = record(&scene, &scene.officer, &first, 0).await;
    assert_eq!(first["publication"]["doubts"], json!([]));
    assert_eq!(status(&scene).await, "fresh");
    let second = released(&scene).await;
    let second = record(&scene, &scene.officer, &second, 0).await;
    assert_eq!(second["publication"]["doubts"], json!(["same_time"]));
    // A withdrawn one is a former one too.
    let reason = json!({ "reason": "内容有误" });
    scene
        .leader
        .act(&first, "withdraw", reason)
        .await
        .expect(200);
    let third = released(&scene).await;
    let third = record(&scene, &scene.officer, &third, 0).await;
    assert_eq!(third["publication"]["doubts"], json!(["same_time"]));
    assert_eq!(status(&scene).await, "blank", "neither counts");
}

#[tokio::test]
async fn a_mistyped_time_can_be_corrected_by_the_department() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    scene.later(5);
    let view = record(&scene, &scene.officer, &view, -1440).await;
    let id = publication_id(&view);
    let denied = correct(&scene, &scene.finance_officer, id, -1).await;
    assert_eq!(denied.code(404), "not_found");
    for person in [&scene.head, &scene.leader, &scene.coordinator] {
        let denied = correct(&scene, person, id, -1).await;
        assert_eq!(denied.code(403), "not_allowed");
    }
    let same = correct(&scene, &scene.officer, id, -1440).await;
    assert_eq!(same.code(422), "invalid");
    assert_eq!(same.fields(), ["published_at"]);
    let body = json!({ "published_at": from_now(&scene, -1), "note": " " });
    let act = path::publication_act(id, "correction");
    let silent = scene.officer.post(&act, &body).await;
    assert_eq!(silent.fields(), ["note"]);

    let still = correct(&scene, &scene.officer, id, -60).await.expect(200);
    assert_eq!(still["doubts"], json!(["before_release"]));
    assert_eq!(status(&scene).await, "blank");
    let row = correct(&scene, &scene.colleague, id, -1).await.expect(200);
    assert_eq!(row["doubts"], json!([]));
    assert_eq!(row["recorded_by"], scene.colleague.name);
    assert_eq!(status(&scene).await, "fresh");
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "publication_recorded");
    let note = line["note"].as_str().expect("a note");
    assert!(
        note.contains("由2026年3月11日（周三）09:05更正为2026年3月11日（周三）10:04，不再存疑"),
        "{note}"
    );
    assert!(note.ends_with("时间填错。"));
    let again = correct(&scene, &scene.officer, id, -2).await;
    assert_eq!(again.code(409), "refused", "it is doubtful no more");
    let late = judge(&scene.coordinator, id, false).await;
    assert_eq!(late.code(409), "refused");
}

#[tokio::test]
async fn only_a_coordinator_judges_and_says_why() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, -1).await;
    let id = publication_id(&view);
    for person in [
        &scene.officer,
        &scene.head,
        &scene.leader,
        &scene.finance_officer,
        &scene.auditor,
        &scene.administrator,
    ] {
        assert_eq!(judge(person, id, true).await.code(403), "not_allowed");
    }
    let act = path::publication_act(id, "verdict");
    let body = json!({ "accepted": true, "note": "　" });
    let silent = scene.coordinator.post(&act, &body).await;
    assert_eq!(silent.code(422), "invalid");
    assert_eq!(silent.fields(), ["note"]);
    let nothing = judge(&scene.coordinator, 999_999, true).await;
    assert_eq!(nothing.code(404), "not_found");
    // What was seen is judged, not what it was corrected to since.
    let seen = view["publication"]["at"].clone();
    correct(&scene, &scene.officer, id, -3).await.expect(200);
    let body = json!({ "accepted": true, "note": "核对无误。", "published_at": seen });
    let stale = scene.coordinator.post(&act, &body).await;
    assert_eq!(stale.code(409), "stale");
    assert_eq!(status(&scene).await, "blank");
    judge(&scene.coordinator, id, true).await.expect(200);
}

#[tokio::test]
async fn nobody_judges_what_they_recorded_or_corrected() {
    let scene = Scene::new().await;
    let both = &scene.coordinator;
    scene.grant(both, Role::Officer, scene.agriculture).await;
    let view = released(&scene).await;
    let recorded = record(&scene, both, &view, -1).await;
    let id = publication_id(&recorded);
    assert_eq!(judge(both, id, true).await.code(409), "refused");

    let view = released(&scene).await;
    let corrected = record(&scene, &scene.officer, &view, -10).await;
    let other = publication_id(&corrected);
    correct(&scene, both, other, -20).await.expect(200);
    assert_eq!(judge(both, other, true).await.code(409), "refused");

    let another = scene.server.newcomer(Role::Coordinator, None).await;
    judge(&another, id, true).await.expect(200);
    judge(&another, other, false).await.expect(200);
}

#[tokio::test]
async fn a_withdrawn_publication_is_judged_no_more() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, -1).await;
    let id = publication_id(&view);
    let reason = json!({ "reason": "内容有误" });
    scene
        .leader
        .act(&view, "withdraw", reason)
        .await
        .expect(200);
    let late = judge(&scene.coordinator, id, true).await;
    assert_eq!(late.code(409), "refused");
    let late = correct(&scene, &scene.officer, id, 0).await;
    assert_eq!(late.code(409), "refused");
    assert!(listed(&scene.coordinator, "?doubt=open").await.is_empty());
    assert!(today(&scene.coordinator, "verdicts").await.is_empty());
    assert!(today(&scene.officer, "doubtful").await.is_empty());
    assert_eq!(listed(&scene.coordinator, "").await, [id]);
}

#[tokio::test]
async fn the_list_is_paged_and_shows_the_own_departments() {
    let scene = Scene::new().await;
    let mut ids = Vec::new();
    for minutes in [-1, -2, -3] {
        let view = released(&scene).await;
        let view = record(&scene, &scene.officer, &view, minutes).await;
        ids.insert(0, publication_id(&view));
    }
    assert_eq!(listed(&scene.coordinator, "?doubt=open").await, ids);
    assert_eq!(listed(&scene.head, "?doubt=open").await, ids);
    assert!(listed(&scene.finance_head, "?doubt=open").await.is_empty());
    for person in [&scene.auditor, &scene.administrator] {
        let denied = person.get(path::PUBLICATIONS).await;
        assert_eq!(denied.code(403), "not_allowed");
    }
    let path = format!("{}?doubt=open&limit=2", path::PUBLICATIONS);
    let page = scene.coordinator.get(&path).await.expect(200);
    assert_eq!(page["meta"]["total"], 3);
    let row = &page["items"][0];
    assert_eq!(row["department_name"], "县农业农村局");
    assert_eq!(row["column_path"], json!(["三农服务", "市场信息"]));
    assert_eq!(row["recorded_by"], scene.officer.name);
    assert!(row["released_at"].is_string() && row["recorded_at"].is_string());
    let next = page["meta"]["next"].as_str().expect("more");
    let rest = format!("?doubt=open&limit=2&after={next}");
    assert_eq!(listed(&scene.coordinator, &rest).await, ids[2..]);
    let wrong = scene
        .coordinator
        .get(&format!("{}?doubt=maybe", path::PUBLICATIONS))
        .await;
    assert_eq!(wrong.code(400), "malformed");
}

#[tokio::test]
async fn the_file_holds_the_doubtful_ones_with_what_was_found() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = record(&scene, &scene.officer, &view, -1).await;
    let file = async |by: &Actor, query: &str| {
        let path = format!("{}?format=csv{query}", path::PUBLICATIONS_EXPORT);
        let reply = by.get(&path).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        rows(&reply.text)
    };
    let open = file(&scene.coordinator, "&doubt=open").await;
    assert_eq!(open[1][3], "https://www.example.gov.cn/t1.html");
    assert_eq!(open[1][8..10], ["发布时间早于审发时间", "待核实"]);
    judge(&scene.coordinator, publication_id(&view), true)
        .await
        .expect(200);
    let nothing = 3;
    assert_eq!(file(&scene.coordinator, "&doubt=open").await.len(), nothing);
    let accepted = file(&scene.coordinator, "&doubt=accepted").await;
    assert_eq!(accepted[1][9..11], ["已认定有效", "已打开发布页面核对。"]);
    assert_eq!(file(&scene.officer, "&doubt=accepted").await.len(), 4);
    let malformed = format!("{}?doubt=x", path::PUBLICATIONS_EXPORT);
    let reply = scene.coordinator.get(&malformed).await;
    assert_eq!(reply.status, 400, "{}", reply.text);
}
