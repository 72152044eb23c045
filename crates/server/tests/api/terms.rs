//! The lists of the secrecy check: kept by the coordinator, read by everybody.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, content};

fn term(wrong: &str, right: &str) -> Value {
    let term = json!({ "wrong": wrong, "right": right, "category": "领导职务", "note": "已调整" });
    json!({ "term": term })
}

#[tokio::test]
async fn a_term_is_added_changed_and_retired() {
    let scene = Scene::new().await;
    let added = scene
        .coordinator
        .post(path::TERMS, &term("样本局长", "样本主任"))
        .await
        .expect(201);
    let listed = scene.finance_officer.get(path::TERMS).await.expect(200);
    assert_eq!(listed["terms"], json!([added]));

    let mut change = term("样本局长", "样本书记");
    change["version"] = added["version"].clone();
    let address = path::term(added["id"].as_i64().unwrap());
    let changed = scene.coordinator.put(&address, &change).await.expect(200);
    assert_eq!(changed["term"]["right"], "样本书记");
    assert_eq!(
        scene.coordinator.put(&address, &change).await.code(409),
        "stale"
    );
    let file = scene
        .coordinator
        .get(&format!("{}?format=csv", path::TERMS_EXPORT))
        .await;
    assert!(
        file.status == 200 && file.text.contains("样本书记"),
        "{}",
        file.text
    );

    scene.coordinator.delete(&address).await.expect(200);
    let listed = scene.officer.get(path::TERMS).await.expect(200);
    assert_eq!(listed["terms"], json!([]));
    assert_eq!(scene.coordinator.delete(&address).await.status, 404);
    let ledger = scene.auditor.get(path::LEDGER).await.text;
    assert_eq!(ledger.matches("terms_changed").count(), 3);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_with_its_field() {
    let scene = Scene::new().await;
    let post = async |body: Value| scene.coordinator.post(path::TERMS, &body).await.fields();
    assert_eq!(post(term("样", "")).await, ["wrong"]);
    assert_eq!(post(term("样本", "样本")).await, ["right"]);
    assert_eq!(
        post(term(&"样".repeat(51), &"样".repeat(51))).await,
        ["right", "wrong"]
    );
    scene
        .coordinator
        .post(path::TERMS, &term("样本局长", ""))
        .await
        .expect(201);
    assert_eq!(post(term("样本局长", "样本主任")).await, ["wrong"]);
    for (domain, note, field) in [("https://a.com/", "某站", "domain"), ("a.com", " ", "note")] {
        let body = json!({ "domain": domain, "note": note });
        let refused = scene.coordinator.post(path::LINK_DOMAINS, &body).await;
        assert_eq!(refused.fields(), [field]);
    }
}

#[tokio::test]
async fn links_may_lead_to_allowed_domains() {
    let scene = Scene::new().await;
    let mut text = content(scene.policy);
    text["body"] = json!("<p><a href=\"https://news.example.com/1\">报道</a></p>");
    let body = json!({ "department_id": scene.agriculture, "content": text });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    assert_eq!(view["findings"][0]["finding"]["kind"], "link");
    let allowed = json!({ "domain": "Example.com", "note": "某通讯社" });
    let added = scene
        .coordinator
        .post(path::LINK_DOMAINS, &allowed)
        .await
        .expect(201);
    assert_eq!(
        scene
            .coordinator
            .post(path::LINK_DOMAINS, &allowed)
            .await
            .fields(),
        ["domain"]
    );
    let address = path::article(view["row"]["id"].as_i64().unwrap());
    let now = scene.officer.get(&address).await.expect(200);
    assert_eq!(now["findings"], json!([]));
    let address_of_domain = path::link_domain(added["id"].as_i64().unwrap());
    scene
        .coordinator
        .delete(&address_of_domain)
        .await
        .expect(200);
    let now = scene.officer.get(&address).await.expect(200);
    assert_eq!(now["findings"][0]["finding"]["kind"], "link");
}

#[tokio::test]
async fn only_the_coordinator_keeps_the_lists() {
    let scene = Scene::new().await;
    let kept = scene
        .coordinator
        .post(path::TERMS, &term("样本局长", ""))
        .await
        .expect(201);
    let address = path::term(kept["id"].as_i64().unwrap());
    for who in [
        &scene.officer,
        &scene.head,
        &scene.leader,
        &scene.administrator,
        &scene.auditor,
    ] {
        let domain = json!({ "domain": "a.com", "note": "某站" });
        assert_eq!(
            who.post(path::TERMS, &term("样本市长", "")).await.status,
            403
        );
        assert_eq!(who.put(&address, &term("样本市长", "")).await.status, 403);
        assert_eq!(who.delete(&address).await.status, 403);
        assert_eq!(who.post(path::LINK_DOMAINS, &domain).await.status, 403);
        assert_eq!(who.get(path::TERMS_EXPORT).await.status, 403);
    }
}
