//! 依申请公开 and 不予公开: reviewed like everything else, filed, never public, looked at again.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, filed, id_of, released, withheld};
use crate::support::{Actor, PASSWORD, Reply};

impl Actor {
    /// 评估审查.
    pub async fn assess(&self, view: &Value, verdict: &str, opinion: &str) -> Reply {
        let body = json!({ "verdict": verdict, "opinion": opinion });
        self.act(view, "assessment", body).await
    }
}

async fn write(scene: &Scene, content: &Value) -> Value {
    let body = json!({ "department_id": scene.agriculture, "content": content });
    scene.officer.post(path::ARTICLES, &body).await.expect(201)
}

async fn see(who: &Actor, view: &Value) -> Value {
    who.get(&path::article(id_of(view))).await.expect(200)
}

async fn todo(who: &Actor) -> Vec<Value> {
    // Sessions end after half an hour.
    assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    let today = who.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().expect("items").clone();
    let is = |item: &Value| item["kind"] == "assessment";
    items.into_iter().filter(is).collect()
}

const DAY: i64 = 24 * 60;

#[tokio::test]
async fn three_people_file_it_and_no_act_makes_it_public() {
    let scene = Scene::new().await;
    let mut secret = withheld(scene.market);
    // What the attribute is there for: it would be refused in what is to be public.
    secret["body"] = json!("<p>联系人手机 13800138000</p>");
    let view = write(&scene, &secret).await;
    assert_eq!(view["findings"].as_array().map(Vec::len), Some(1));
    let view = scene.officer.act(&view, "submit", json!({})).await;
    let view = view.expect(200);
    let view = scene.head.approve(&view, Some("sensitive")).await;
    let view = scene.leader.approve(&view.expect(200), None).await;
    let view = view.expect(200);
    assert_eq!(view["row"]["state"], "filed");
    assert_eq!(view["row"]["assess_by"], "2027-03-11");
    let late = scene.officer.publish(&view, &[]).await;
    assert_eq!(
        late.refusals(),
        ["state_forbids", "attribute_not_publishable"]
    );
    let emergency = scene.leader.release_in_emergency(&view, "急").await;
    assert!(
        emergency
            .refusals()
            .contains(&"attribute_not_publishable".to_owned())
    );
    let told = scene.notified(&scene.officer).await;
    assert!(
        told.iter().any(|text| text.contains("不上网发布")),
        "{told:?}"
    );
    let lines = scene.ledger().await;
    let line = lines
        .iter()
        .find(|line| line["act"] == "filed")
        .expect("the line");
    assert_eq!(line["kept_stage"], "release");
    assert!(
        line["note"]
            .as_str()
            .is_some_and(|note| note.starts_with("不予公开"))
    );

    // Made public after all, it needs what everything public needs.
    let mut public = secret.clone();
    public["attribute"] = json!("proactive");
    let body = json!({ "version": view["version"], "content": public });
    let edited = scene.officer.put(&path::article(id_of(&view)), &body).await;
    let edited = edited.expect(200);
    assert_eq!(edited["row"]["state"], "draft");
    assert_eq!(edited["row"]["assess_by"], Value::Null);
    assert_eq!(edited["signatures"], json!([]));
    let refused = scene.officer.act(&edited, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["findings_open"]);
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn on_request_must_be_clear_is_filed_and_does_not_come_back() {
    let scene = Scene::new().await;
    let mut item = withheld(scene.market);
    item["attribute"] = json!("on_request");
    let view = write(&scene, &item).await;
    let view = scene.officer.act(&view, "submit", json!({})).await;
    let view = view.expect(200);
    let refused = scene.head.approve(&view, Some("sensitive")).await;
    assert_eq!(refused.refusals(), ["secrecy_sensitive"]);
    let view = scene.head.approve(&view, Some("clear")).await;
    let view = scene.leader.approve(&view.expect(200), None).await;
    let view = view.expect(200);
    assert_eq!(view["row"]["state"], "filed");
    assert_eq!(view["row"]["assess_by"], Value::Null);
    let refused = scene.leader.assess(&view, "maintained", "无变化").await;
    assert_eq!(refused.refusals(), ["state_forbids"]);
}

#[tokio::test]
async fn a_release_by_several_leaves_it_out() {
    let scene = Scene::new().await;
    let view = write(&scene, &withheld(scene.market)).await;
    let view = scene.officer.act(&view, "submit", json!({})).await;
    let view = scene.head.approve(&view.expect(200), Some("clear")).await;
    let view = view.expect(200);
    let item = json!({
        "id": id_of(&view), "version": view["version"], "revision": view["revision"]
    });
    let body = json!({ "items": [item] });
    let answer = scene.leader.post(path::ARTICLE_APPROVALS, &body).await;
    assert!(answer.text.contains("主动公开"), "{}", answer.text);
    assert_eq!(
        see(&scene.leader, &view).await["row"]["state"],
        "in_release_review"
    );
}

#[tokio::test]
async fn after_a_year_the_leader_looks_again_and_the_coordinator_sees_what_is_late() {
    let scene = Scene::new().await;
    let view = filed(&scene).await;
    scene.later(330 * DAY);
    assert!(todo(&scene.leader).await.is_empty(), "more than a month");
    scene.later(10 * DAY);
    let mine = todo(&scene.leader).await;
    assert_eq!(mine[0]["due"], "2027-03-11");
    assert_eq!(mine[0]["overdue"], false);
    assert!(todo(&scene.coordinator).await.is_empty());
    scene.later(30 * DAY);
    for who in [&scene.leader, &scene.coordinator] {
        let late = todo(who).await;
        assert_eq!(late[0]["overdue"], true, "{late:?}");
        assert_eq!(late[0]["department_name"], "县农业农村局");
    }
    for who in [&scene.officer, &scene.head, &scene.finance_head] {
        assert!(todo(who).await.is_empty());
        assert_eq!(
            who.assess(&view, "maintained", "仍在讨论").await.status,
            if who.login == scene.finance_head.login {
                404
            } else {
                403
            }
        );
    }
    let silent = scene.leader.assess(&view, "maintained", " ").await;
    assert_eq!(silent.refusals(), ["reason_missing"]);
    let kept = scene.leader.assess(&view, "maintained", "仍在讨论").await;
    let kept = kept.expect(200);
    assert_eq!(kept["row"]["state"], "filed");
    assert_eq!(kept["row"]["assess_by"], "2028-03-16");
    assert_eq!(kept["assessments"][0]["verdict"], "maintained");
    assert!(todo(&scene.coordinator).await.is_empty());

    let back = scene.leader.assess(&kept, "reopened", "已经印发").await;
    let back = back.expect(200);
    assert_eq!(back["row"]["state"], "returned");
    assert_eq!(back["row"]["assess_by"], Value::Null);
    assert_eq!(back["row"]["returns"], 1);
    assert_eq!(back["assessments"][0]["opinion"], "已经印发");
    let today = scene.officer.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().expect("items");
    let returned = items
        .iter()
        .find(|item| item["kind"] == "returned")
        .expect("the returned one");
    assert_eq!(returned["reason"], "已经印发");
    let acts = scene.ledger_acts().await;
    for act in ["withheld_maintained", "withheld_reopened"] {
        assert!(acts.iter().any(|known| known == act), "{acts:?}");
    }
    scene.nothing_went_out_unapproved().await;
}

#[tokio::test]
async fn the_months_are_a_figure_and_a_delegate_may_assess() {
    let scene = Scene::new().await;
    let figure = json!({
        "key": "withheld_assessment_months", "value": 6,
        "basis": "县政府办公室通知", "reason": "缩短周期", "effective_from": "2026-03-12",
    });
    let set = scene.coordinator.post(path::FIGURES, &figure).await;
    assert!(set.status < 300, "{}", set.text);
    let view = filed(&scene).await;
    assert_eq!(view["row"]["assess_by"], "2027-03-11", "not yet in force");
    scene.later(2 * DAY);
    let department = Some("县财政局");
    let stands_in = scene.server.newcomer(Role::Leader, department).await;
    let leader = &scene.leader;
    assert_eq!(leader.sign_in(&leader.login, PASSWORD).await.status, 200);
    scene.pass_on(leader, Role::Leader, &stands_in, 60).await;
    let kept = stands_in.assess(&view, "maintained", "仍在讨论").await;
    let kept = kept.expect(200);
    assert_eq!(kept["row"]["assess_by"], "2026-09-13");
    let by = kept["assessments"][0]["by"].as_str().expect("a name");
    assert!(by.contains('代'), "{by}");
}

#[tokio::test]
async fn the_list_is_filtered_and_exported_by_attribute() {
    let scene = Scene::new().await;
    let view = filed(&scene).await;
    released(&scene).await;
    let address = format!("{}?state=filed&attribute=withheld", path::ARTICLES);
    let page = scene.leader.get(&address).await.expect(200);
    assert_eq!(page["meta"]["total"], 1);
    assert_eq!(page["items"][0]["id"], id_of(&view));
    let file = format!("{}?attribute=withheld&format=csv", path::ARTICLES_EXPORT);
    let file = scene.leader.get(&file).await;
    assert_eq!(file.status, 200);
    assert!(file.text.contains("已归档") && file.text.contains("2027-03-11"));
    let elsewhere = scene.finance_head.get(path::ARTICLES_EXPORT).await;
    assert!(!elsewhere.text.contains("春耕"));
}

#[tokio::test]
async fn a_reprint_names_its_time_and_is_public() {
    let scene = Scene::new().await;
    let mut item = content(scene.market);
    item["source"] = json!({
        "kind": "reprint", "name": "四川日报", "url": "https://www.example.gov.cn/1.html"
    });
    let view = write(&scene, &item).await;
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["source_missing"]);
    let mut later = item.clone();
    later["source"]["at"] = json!("2026-03-12T08:00:00+08:00");
    let body = json!({ "version": view["version"], "content": later });
    let address = path::article(id_of(&view));
    let refused = scene.officer.put(&address, &body).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.fields(), ["source.at"]);
    let mut other = withheld(scene.market);
    item["source"]["at"] = json!("2026-03-10T08:30:45+08:00");
    other["source"] = item["source"].clone();
    let wrong = write(&scene, &other).await;
    let refused = scene.officer.act(&wrong, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["reprint_attribute"]);
    let body = json!({ "version": view["version"], "content": item });
    let view = scene.officer.put(&address, &body).await.expect(200);
    assert_eq!(view["content"]["source"]["at"], "2026-03-10T08:30:00+08:00");
    scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
}
