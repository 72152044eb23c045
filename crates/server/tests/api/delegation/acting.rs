//! What a delegate does, and how it is written down.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use crate::scene::{Scene, id_of, in_release, in_section, released};

#[tokio::test]
async fn it_covers_what_already_waits_and_is_gone_at_its_end() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let delegate = &scene.finance_head;
    assert!(delegate.inbox("").await.is_empty());
    let article = path::article(id_of(&view));
    assert_eq!(delegate.get(&article).await.code(404), "not_found");

    scene
        .pass_on(&scene.head, Role::SectionHead, delegate, 20)
        .await;
    let page = delegate.get(path::INBOX).await.expect(200);
    assert_eq!(page["items"][0]["id"], view["row"]["id"]);
    let head_name = scene.name_of(&scene.head).await;
    assert_eq!(page["items"][0]["on_behalf_of"], head_name);
    let today = delegate.get(path::TODAY).await.expect(200);
    assert_eq!(today["items"][0]["kind"], "review");
    assert_eq!(today["items"][0]["on_behalf_of"], head_name);
    delegate.get(&article).await.expect(200);
    // The principal may still act, under the own post.
    let own = scene.head.get(path::INBOX).await.expect(200);
    assert_eq!(own["items"][0]["id"], view["row"]["id"]);
    assert_eq!(own["items"][0].get("on_behalf_of"), None);

    scene.later(20);
    assert!(delegate.inbox("").await.is_empty());
    let refused = delegate.approve(&view, Some("clear")).await;
    assert_eq!(refused.code(404), "not_found");
}

#[tokio::test]
async fn the_ledger_the_opinion_and_the_notice_say_who_acted_for_whom() {
    let scene = Scene::new().await;
    let delegate = &scene.finance_head;
    scene
        .pass_on(&scene.head, Role::SectionHead, delegate, 20)
        .await;
    let (name, head) = (
        scene.name_of(delegate).await,
        scene.name_of(&scene.head).await,
    );
    let view = in_section(&scene).await;
    assert!(scene.notified(delegate).await[0].contains(&format!("等待您代{head}审核")));
    let view = delegate.approve(&view, Some("clear")).await.expect(200);
    assert_eq!(view["row"]["state"], "in_release_review");
    let opinion = &view["opinions"][0];
    assert_eq!(opinion["person_name"], name);
    assert_eq!(opinion["on_behalf_of"], head);
    assert_eq!(opinion["post"], "县农业农村局股室领导");
    let signature = &view["signatures"][1];
    assert_eq!(signature["person_id"], delegate.person_id);
    assert_eq!(signature["on_behalf_of"], scene.head.person_id);
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "section_approved");
    assert_eq!(line["person_name"], format!("{name}代{head}"));
    assert_eq!(line["post"], "县农业农村局股室领导");
    assert!(scene.ledger_is_intact().await);

    // Whoever was too late is told who was first.
    let stale = scene
        .head
        .act(&view, "approve", json!({ "revision": view["revision"] }))
        .await;
    assert_eq!(
        stale.refusals(),
        ["role_missing", "signed_by_delegate"],
        "the next stage is not the head's"
    );
    let view = scene.leader.send_back(&view, "缺附件").await.expect(200);
    assert_eq!(view["row"]["state"], "returned");
    for person in [delegate, &scene.head, &scene.officer] {
        let told = scene.notified(person).await;
        assert!(told.iter().any(|text| text.contains("缺附件")), "{told:?}");
    }
}

#[tokio::test]
async fn a_delegate_of_the_leader_returns_releases_and_withdraws() {
    let scene = Scene::new().await;
    let delegate = scene.server.leader("县财政局").await;
    scene
        .pass_on(&scene.leader, Role::Leader, &delegate, 20)
        .await;
    let view = in_release(&scene).await;
    let view = delegate.send_back(&view, "请补充附件").await.expect(200);
    assert_eq!(view["opinions"][0]["verdict"], "returned");
    assert_eq!(
        view["opinions"][0]["on_behalf_of"],
        scene.name_of(&scene.leader).await
    );
    let view = in_release(&scene).await;
    let view = delegate.approve(&view, None).await.expect(200);
    let view = scene.officer.publish(&view, &[]).await.expect(200);
    let reason = json!({ "reason": "内容有误" });
    let view = delegate.act(&view, "withdraw", reason).await.expect(200);
    assert_eq!(view["row"]["state"], "withdrawn");
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "withdrawn");
    let both = format!(
        "{}代{}",
        scene.name_of(&delegate).await,
        scene.name_of(&scene.leader).await
    );
    assert_eq!(line["person_name"], both);
}

#[tokio::test]
async fn a_delegate_neither_writes_nor_sees_the_matrix_or_the_ledger() {
    let scene = Scene::new().await;
    let delegate = &scene.finance_head;
    scene
        .pass_on(&scene.head, Role::SectionHead, delegate, 20)
        .await;
    let view = in_section(&scene).await;
    let content = json!({ "content": view["content"] });
    let body = json!({ "version": view["version"], "content": content["content"] });
    let edit = delegate.put(&path::article(id_of(&view)), &body).await;
    assert_eq!(edit.code(403), "not_allowed");
    let create = json!({ "department_id": scene.agriculture, "content": view["content"] });
    let create = delegate.post(path::ARTICLES, &create).await;
    assert_eq!(create.code(403), "not_allowed");
    for (verb, body) in [("submit", json!({})), ("recall", json!({}))] {
        assert!(delegate.act(&view, verb, body).await.status >= 400);
    }
    let released = released(&scene).await;
    assert_eq!(
        delegate.publish(&released, &[]).await.code(403),
        "not_allowed"
    );
    for path in [path::MATRIX, path::LEDGER] {
        let asked = format!("{path}?department_id={}", scene.agriculture);
        assert_eq!(
            delegate.get(&asked).await.code(403),
            "not_allowed",
            "{path}"
        );
    }
    let items = format!("{}?department_id={}", path::ARTICLES, scene.agriculture);
    let items = delegate.get(&items).await.expect(200);
    assert_eq!(items["meta"]["total"], 2);
}

#[tokio::test]
async fn an_officer_who_stands_in_gets_the_inbox_and_only_while_it_lasts() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    assert_eq!(
        scene.colleague.get(path::INBOX).await.code(403),
        "not_allowed"
    );
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.colleague, 20)
        .await;
    assert_eq!(scene.colleague.inbox("").await, [id_of(&view)]);
    let session = scene.colleague.get(path::SESSION).await.expect(200);
    let given = &session["delegated"][0];
    assert_eq!(given["principal_id"], scene.head.person_id);
    assert_eq!(given["role"], "section_head");
    assert_eq!(given["department_name"], "县农业农村局");
    let principal = scene.head.get(path::SESSION).await.expect(200);
    assert_eq!(principal["passed_on"][0]["title"], "县农业农村局股室领导");
    scene.later(20);
    assert_eq!(
        scene.colleague.get(path::INBOX).await.code(403),
        "not_allowed"
    );
    let refused = scene.colleague.approve(&view, Some("clear")).await;
    assert_eq!(refused.code(403), "not_allowed");
    let session = scene.colleague.get(path::SESSION).await.expect(200);
    assert_eq!(session["delegated"], json!([]));
}
