//! 紧急发布: past the reviews, with a reason, and looked at afterwards by somebody else.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, draft, id_of, in_release, in_section, released};
use crate::support::{Actor, PASSWORD, Reply};

impl Actor {
    /// 紧急发布, naming the revision that the view shows.
    pub async fn release_in_emergency(&self, view: &Value, reason: &str) -> Reply {
        let body = json!({ "revision": view["revision"], "reason": reason });
        self.act(view, "emergency-release", body).await
    }

    /// 事后审核.
    pub async fn review_emergency(&self, view: &Value, verdict: &str, opinion: &str) -> Reply {
        let body = json!({ "verdict": verdict, "opinion": opinion });
        self.act(view, "emergency-review", body).await
    }
}

async fn in_emergency(scene: &Scene) -> Value {
    let view = in_section(scene).await;
    let answer = scene.leader.release_in_emergency(&view, "汛情紧急").await;
    answer.expect(200)
}

async fn see(who: &Actor, view: &Value) -> Value {
    who.get(&path::article(id_of(view))).await.expect(200)
}

/// Sessions end after half an hour.
async fn come_back(people: &[&Actor]) {
    for who in people {
        assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    }
}

async fn todo(who: &Actor) -> Vec<Value> {
    let today = who.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().expect("items").clone();
    let is = |item: &Value| item["kind"] == "emergency";
    items.into_iter().filter(is).collect()
}

#[tokio::test]
async fn a_leader_releases_at_once_and_the_mark_stays() {
    let scene = Scene::new().await;
    let view = in_emergency(&scene).await;
    assert_eq!(view["row"]["state"], "released");
    assert_eq!(view["row"]["emergency"], true);
    assert_eq!(view["signatures"], json!([]));
    assert_eq!(view["emergency"]["reason"], "汛情紧急");
    assert_eq!(view["emergency"]["status"], "waiting");
    assert_eq!(view["emergency"]["at"], "2026-03-11T10:00:00+08:00");
    assert_eq!(view["emergency"]["due"], "2026-03-12T10:00:00+08:00");
    let told = scene.notified(&scene.head).await;
    assert!(told[0].contains("请在24小时内完成事后审核"), "{told:?}");
    assert!(scene.notified(&scene.coordinator).await[0].contains("紧急发布"));
    assert!(scene.notified(&scene.officer).await[0].contains("登记发布地址"));

    let view = scene.officer.publish(&view, &[]).await.expect(200);
    assert_eq!(view["row"]["state"], "published");
    assert_eq!(view["publication"]["doubts"], json!([]));
    let view = scene.head.review_emergency(&view, "upheld", "").await;
    let view = view.expect(200);
    assert_eq!(view["row"]["state"], "published");
    assert_eq!(view["row"]["emergency"], true);
    assert_eq!(view["emergency"]["status"], "upheld");
    assert_eq!(view["emergency"]["review"]["by"], scene.head.name.as_str());
    let lines = scene.ledger_acts().await;
    assert_eq!(
        lines,
        [
            "article_created",
            "submitted",
            "emergency_released",
            "publication_recorded",
            "emergency_upheld"
        ]
    );
    let again = scene
        .coordinator
        .review_emergency(&view, "upheld", "")
        .await;
    assert_eq!(again.refusals(), ["emergency_reviewed"]);
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn nobody_else_releases_and_nothing_incomplete_is_released() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let stands_in = scene.server.newcomer(Role::Leader, Some("县财政局")).await;
    scene
        .pass_on(&scene.leader, Role::Leader, &stands_in, 60)
        .await;
    for who in [
        &scene.colleague,
        &scene.head,
        &scene.coordinator,
        &stands_in,
    ] {
        let refused = who.release_in_emergency(&view, "汛情紧急").await;
        assert_eq!(refused.status, 403, "{}", refused.text);
    }
    for who in [&scene.finance_head, &scene.finance_officer] {
        assert_eq!(who.release_in_emergency(&view, "急").await.status, 404);
    }
    let silent = scene.leader.release_in_emergency(&view, " 　").await;
    assert_eq!(silent.refusals(), ["reason_missing"]);
    let mut other = view.clone();
    other["revision"] = json!("another");
    let other = scene.leader.release_in_emergency(&other, "急").await;
    assert_eq!(other.refusals(), ["revision_changed"]);

    let mut withheld = content(scene.market);
    withheld["attribute"] = json!("withheld");
    withheld["title"] = json!("");
    let body = json!({ "department_id": scene.agriculture, "content": withheld });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    let refused = scene.leader.release_in_emergency(&view, "急").await;
    assert_eq!(
        refused.refusals(),
        [
            "attribute_not_publishable",
            "attribute_reason_missing",
            "legal_basis_missing",
            "title_missing"
        ]
    );
    let view = released(&scene).await;
    let late = scene.leader.release_in_emergency(&view, "急").await;
    assert_eq!(late.refusals(), ["state_forbids"]);
    // Whoever wrote it does not release it.
    scene
        .grant(&scene.leader, Role::Officer, scene.agriculture)
        .await;
    let body = json!({
        "department_id": scene.agriculture, "content": content(scene.market)
    });
    let own = scene.leader.post(path::ARTICLES, &body).await.expect(201);
    let refused = scene.leader.release_in_emergency(&own, "急").await;
    assert_eq!(refused.refusals(), ["author_cannot_review"]);
}

#[tokio::test]
async fn an_edit_before_publication_makes_it_void_and_it_needs_the_reviews() {
    let scene = Scene::new().await;
    let view = in_emergency(&scene).await;
    let mut changed = content(scene.market);
    changed["title"] = json!("改过的通知");
    let body = json!({ "version": view["version"], "content": changed });
    let address = path::article(id_of(&view));
    let view = scene.officer.put(&address, &body).await.expect(200);
    assert_eq!(view["row"]["state"], "draft");
    assert_eq!(view["row"]["emergency"], false);
    assert_eq!(view["emergency"], Value::Null);
    let review = scene.head.review_emergency(&view, "upheld", "").await;
    assert_eq!(review.refusals(), ["state_forbids"]);
    assert!(todo(&scene.head).await.is_empty());
    let publish = scene.officer.publish(&view, &[]).await;
    assert_eq!(publish.refusals(), ["state_forbids"]);
    let listed = scene.coordinator.get(path::EMERGENCIES).await.expect(200);
    assert_eq!(listed["items"][0]["status"], "void");
}

#[tokio::test]
async fn an_order_takes_down_what_is_public_and_sends_back_what_is_not() {
    let scene = Scene::new().await;
    let view = in_emergency(&scene).await;
    let published = scene.officer.publish(&view, &[]).await.expect(200);
    let silent = scene
        .coordinator
        .review_emergency(&published, "withdrawal_ordered", "")
        .await;
    assert_eq!(silent.refusals(), ["reason_missing"]);
    let view = scene
        .coordinator
        .review_emergency(&published, "withdrawal_ordered", "数据未经核实")
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "withdrawn");
    assert_eq!(view["emergency"]["status"], "ordered");
    assert!(scene.notified(&scene.leader).await[0].contains("责令撤稿：数据未经核实"));
    let duty = scene.officer.get(&path::duty(scene.market_duty)).await;
    let text = duty.expect(200).to_string();
    assert!(!text.contains("www.example.gov.cn/t1.html") || text.contains("撤稿"));

    let view = in_emergency(&scene).await;
    let view = scene
        .head
        .review_emergency(&view, "withdrawal_ordered", "缺附件")
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "returned");
    assert_eq!(view["row"]["returns"], 1);
    assert_eq!(view["row"]["emergency"], false);
    let publish = scene.officer.publish(&view, &[]).await;
    assert_eq!(publish.refusals(), ["state_forbids"]);
    let today = scene.officer.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().expect("items");
    let returned = items.iter().find(|item| item["kind"] == "returned");
    let returned = returned.expect("it is to be mended");
    assert_eq!(returned["reason"], "缺附件");
    assert_eq!(returned["by"], scene.head.name.as_str());
}

#[tokio::test]
async fn whoever_had_part_in_it_does_not_review_it() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.officer, Role::SectionHead, scene.agriculture)
        .await;
    scene
        .grant(&scene.leader, Role::SectionHead, scene.agriculture)
        .await;
    let view = in_emergency(&scene).await;
    for who in [&scene.officer, &scene.leader] {
        let refused = who.review_emergency(&view, "upheld", "").await;
        assert_eq!(refused.refusals(), ["own_emergency_release"]);
        assert!(todo(who).await.is_empty());
    }
    assert_eq!(
        scene
            .colleague
            .review_emergency(&view, "upheld", "")
            .await
            .status,
        403
    );
    assert_eq!(
        scene
            .finance_head
            .review_emergency(&view, "upheld", "")
            .await
            .status,
        404
    );
    assert_eq!(todo(&scene.head).await.len(), 1);
}

#[tokio::test]
async fn it_is_on_the_list_of_today_and_overdue_after_the_hours() {
    let scene = Scene::new().await;
    let view = in_emergency(&scene).await;
    for who in [&scene.head, &scene.coordinator] {
        let items = todo(who).await;
        assert_eq!(items.len(), 1);
        assert_eq!(items[0]["overdue"], false);
        assert_eq!(items[0]["article_id"], id_of(&view));
    }
    assert!(todo(&scene.finance_head).await.is_empty());
    scene.server.advance(chrono::Duration::minutes(24 * 60 + 1));
    come_back(&[&scene.coordinator, &scene.head]).await;
    assert_eq!(todo(&scene.coordinator).await[0]["overdue"], true);
    assert_eq!(
        see(&scene.head, &view).await["emergency"]["status"],
        "overdue"
    );
    let list = async |query: &str| {
        let address = format!("{}{query}", path::EMERGENCIES);
        let page = scene.coordinator.get(&address).await.expect(200);
        page["meta"]["total"].as_u64().expect("a total")
    };
    assert_eq!(list("?status=overdue").await, 1);
    assert_eq!(list("?status=waiting").await, 0);
    let view = see(&scene.head, &view).await;
    scene
        .head
        .review_emergency(&view, "upheld", "")
        .await
        .expect(200);
    assert!(todo(&scene.coordinator).await.is_empty());
    assert_eq!(list("?status=overdue").await, 0);
    assert_eq!(list("?status=upheld").await, 1);
    assert_eq!(list("?from=2026-03-12").await, 0);
    assert_eq!(list("?from=2026-03-11&to=2026-03-11").await, 1);
}

#[tokio::test]
async fn the_hours_are_a_figure_with_a_first_day() {
    let scene = Scene::new().await;
    let figure = json!({
        "key": "emergency_review_hours", "value": 12, "basis": "县政府办公室通知", "reason": "夜间值守",
        "effective_from": "2026-03-12"
    });
    let set = scene.coordinator.post(path::FIGURES, &figure).await;
    assert!(set.status < 300, "{}", set.text);
    let today = in_emergency(&scene).await;
    assert_eq!(today["emergency"]["due"], "2026-03-12T10:00:00+08:00");
    scene.server.advance(chrono::Duration::hours(20));
    come_back(&[&scene.officer, &scene.leader]).await;
    let tomorrow = in_emergency(&scene).await;
    assert_eq!(tomorrow["emergency"]["due"], "2026-03-12T18:00:00+08:00");
}

#[tokio::test]
async fn the_share_counts_what_stands_and_each_sees_the_own_departments() {
    let scene = Scene::new().await;
    released(&scene).await;
    released(&scene).await;
    in_emergency(&scene).await;
    let voided = in_emergency(&scene).await;
    let body = json!({ "version": voided["version"], "content": content(scene.policy) });
    let address = path::article(id_of(&voided));
    scene.officer.put(&address, &body).await.expect(200);
    let share = format!("{}?from=2026-03-01&to=2026-03-11", path::EMERGENCIES_SHARE);
    let figure = scene.coordinator.get(&share).await.expect(200);
    assert_eq!(figure["all"]["emergencies"], 1);
    assert_eq!(figure["all"]["releases"], 3);
    assert_eq!(figure["departments"][0]["department_name"], "县农业农村局");
    assert_eq!(figure["departments"][0]["releases"], 3);
    let theirs = scene.finance_head.get(&share).await.expect(200);
    assert_eq!(theirs["all"]["releases"], 0);
    let theirs = scene.finance_head.get(path::EMERGENCIES).await.expect(200);
    assert_eq!(theirs["meta"]["total"], 0);
    for path in [path::EMERGENCIES, share.as_str()] {
        assert_eq!(scene.administrator.get(path).await.status, 403);
    }
    let wrong = format!("{}?from=2026-03-12&to=2026-03-11", path::EMERGENCIES_SHARE);
    assert_eq!(scene.coordinator.get(&wrong).await.status, 422);
    let file = format!("{}?format=csv", path::EMERGENCIES_EXPORT);
    let file = scene.coordinator.get(&file).await;
    assert_eq!(file.status, 200);
    for words in ["关于春耕物资供应的通知", "汛情紧急", "占 33%"] {
        assert!(file.text.contains(words), "{}", file.text);
    }
    let draft = draft(&scene).await;
    assert_eq!(draft["row"]["emergency"], false);
}
