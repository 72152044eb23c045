//! Writing: drafts, their fields, their HTML, who sees them.

use lanmu_api::path;
use serde_json::json;

use crate::scene::{Scene, content, draft, version_of};

#[tokio::test]
async fn a_draft_is_begun_edited_and_deleted() {
    let scene = Scene::new().await;
    let officer = &scene.officer;
    let body = json!({ "department_id": scene.agriculture, "content": content(scene.market) });
    let view = officer.post(path::ARTICLES, &body).await.expect(201);
    assert_eq!(view["version"], 1);
    assert_eq!(view["row"]["state"], "draft");
    assert_eq!(view["row"]["column_path"], json!(["三农服务", "市场信息"]));
    let id = view["row"]["id"].as_i64().expect("id");

    let mut changed = content(scene.market);
    changed["title"] = json!("  关于春耕物资供应的补充通知 ");
    let body = json!({ "version": 1, "content": changed });
    let view = officer.put(&path::article(id), &body).await.expect(200);
    assert_eq!(view["content"]["title"], "关于春耕物资供应的补充通知");
    assert_eq!(view["version"], 2);

    // The same content again is no new revision.
    let body = json!({ "version": 2, "content": changed });
    let same = officer.put(&path::article(id), &body).await.expect(200);
    assert_eq!(version_of(&same), 2);

    officer
        .post(&path::article_act(id, "delete"), &json!({ "version": 2 }))
        .await
        .expect(200);
    assert_eq!(officer.get(&path::article(id)).await.code(404), "not_found");
    assert_eq!(
        scene.ledger_acts().await,
        ["article_created", "article_edited", "article_deleted"]
    );
}

#[tokio::test]
async fn a_draft_that_was_signed_once_is_not_deleted() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let view = scene
        .officer
        .act(&view, "recall", json!({}))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "draft");
    let refused = scene.officer.act(&view, "delete", json!({})).await;
    assert_eq!(refused.refusals(), ["state_forbids"]);
}

#[tokio::test]
async fn html_with_scripts_is_cleaned_on_the_server() {
    let scene = Scene::new().await;
    let mut dirty = content(scene.market);
    dirty["body"] = json!(
        "<p onclick=\"x()\">正文</p><script>alert(1)</script><img src=x onerror=alert(1)>\
         <a href=\"javascript:alert(1)\">坏</a><a href=\"https://www.gov.cn/\">好</a>"
    );
    let body = json!({ "department_id": scene.agriculture, "content": dirty });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    assert_eq!(
        view["content"]["body"],
        "<p>正文</p><a rel=\"noopener noreferrer\">坏</a>\
         <a href=\"https://www.gov.cn/\" rel=\"noopener noreferrer\">好</a>"
    );
    // The hash is over what is stored: sending it back changes nothing.
    let id = view["row"]["id"].as_i64().expect("id");
    let body = json!({ "version": 1, "content": view["content"] });
    let same = scene
        .officer
        .put(&path::article(id), &body)
        .await
        .expect(200);
    assert_eq!(same["revision"], view["revision"]);
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_is_stored() {
    let scene = Scene::new().await;
    let mut wrong = content(scene.budget);
    wrong["title"] = json!("标题\u{7}");
    wrong["document_number"] = json!("号".repeat(101));
    wrong["source"] = json!({ "kind": "reprint", "name": "某网", "url": "javascript:alert(1)" });
    wrong["body"] = json!("<p>甲&#8;乙</p>");
    let body = json!({ "department_id": scene.agriculture, "content": wrong });
    let answer = scene.officer.post(path::ARTICLES, &body).await;
    assert_eq!(answer.code(422), "invalid");
    assert_eq!(
        answer.fields(),
        ["title", "document_number", "source.url", "column_id"]
    );
    wrong["title"] = json!("标题");
    wrong["document_number"] = json!("");
    wrong["source"] = json!({ "kind": "original" });
    wrong["column_id"] = json!(scene.market);
    let body = json!({ "department_id": scene.agriculture, "content": wrong });
    assert_eq!(
        scene.officer.post(path::ARTICLES, &body).await.fields(),
        ["body"]
    );
    let list = scene.officer.get(path::ARTICLES).await.expect(200);
    assert_eq!(list["meta"]["total"], 0);
    assert!(scene.ledger_acts().await.is_empty());
}

#[tokio::test]
async fn a_column_must_be_the_departments_own_and_kept_here() {
    let scene = Scene::new().await;
    for column in [scene.budget, scene.external, scene.parent, 999_999, 0, -1] {
        let body = json!({ "department_id": scene.agriculture, "content": content(column) });
        let answer = scene.officer.post(path::ARTICLES, &body).await;
        assert_eq!(answer.code(422), "invalid", "column {column}");
        assert_eq!(answer.fields(), ["column_id"], "column {column}");
    }
}

#[tokio::test]
async fn an_oversize_body_is_refused() {
    let scene = Scene::new().await;
    let mut large = content(scene.market);
    large["body"] = json!(format!("<p>{}</p>", "字".repeat(170_000)));
    let body = json!({ "department_id": scene.agriculture, "content": large });
    let answer = scene.officer.post(path::ARTICLES, &body).await;
    assert_eq!(answer.fields(), ["body"]);
    large["body"] = json!("x".repeat(3_000_000));
    let body = json!({ "department_id": scene.agriculture, "content": large });
    assert_eq!(
        scene.officer.post(path::ARTICLES, &body).await.code(413),
        "too_large"
    );
}

#[tokio::test]
async fn only_an_officer_of_the_department_begins_a_draft() {
    let scene = Scene::new().await;
    let body = json!({ "department_id": scene.agriculture, "content": content(scene.market) });
    for person in [
        &scene.head,
        &scene.leader,
        &scene.finance_officer,
        &scene.coordinator,
    ] {
        assert_eq!(
            person.post(path::ARTICLES, &body).await.code(403),
            "not_allowed"
        );
    }
}

#[tokio::test]
async fn another_departments_officer_sees_nothing_of_it() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    let id = view["row"]["id"].as_i64().expect("id");
    let stranger = &scene.finance_officer;
    assert_eq!(
        stranger.get(&path::article(id)).await.code(404),
        "not_found"
    );
    assert_eq!(
        stranger.act(&view, "submit", json!({})).await.code(404),
        "not_found"
    );
    let body = json!({ "version": 1, "content": content(scene.market) });
    assert_eq!(
        stranger.put(&path::article(id), &body).await.code(404),
        "not_found"
    );
    assert_eq!(
        stranger.get(path::ARTICLES).await.expect(200)["meta"]["total"],
        0
    );
    // The audit administrator reads the ledger, not the items.
    assert_eq!(
        scene.auditor.get(&path::article(id)).await.code(404),
        "not_found"
    );
    assert_eq!(
        scene.coordinator.get(&path::article(id)).await.expect(200)["version"],
        1
    );
    assert_eq!(
        scene
            .coordinator
            .act(&view, "submit", json!({}))
            .await
            .code(403),
        "not_allowed"
    );
}

#[tokio::test]
async fn a_stale_version_is_told_who_did_what_and_a_missing_one_is_malformed() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    let id = view["row"]["id"].as_i64().expect("id");
    let mut other = content(scene.market);
    other["title"] = json!("另一个标题");
    let body = json!({ "version": 1, "content": other });
    scene
        .colleague
        .put(&path::article(id), &body)
        .await
        .expect(200);

    let stale = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(stale.code(409), "stale");
    let conflict = &stale.json["error"]["conflict"];
    assert_eq!(conflict["version"], 2);
    assert_eq!(conflict["changed_by"], scene.colleague.name);
    assert_eq!(conflict["what"], "修改了内容");

    let missing = scene
        .officer
        .post(&path::article_act(id, "submit"), &json!({}))
        .await;
    assert_eq!(missing.code(400), "version_missing");
    let body = json!({ "content": other });
    let missing = scene.officer.put(&path::article(id), &body).await;
    assert_eq!(missing.code(400), "version_missing");
}

#[tokio::test]
async fn a_retry_of_create_begins_one_draft() {
    let scene = Scene::new().await;
    let body = json!({ "department_id": scene.agriculture, "content": content(scene.market) });
    let first = scene
        .officer
        .post_again(path::ARTICLES, "k-1", &body)
        .await
        .expect(201);
    let again = scene
        .officer
        .post_again(path::ARTICLES, "k-1", &body)
        .await
        .expect(201);
    assert_eq!(first, again);
    assert_eq!(
        scene.officer.get(path::ARTICLES).await.expect(200)["meta"]["total"],
        1
    );
    let other = json!({ "department_id": scene.agriculture, "content": content(scene.policy) });
    let reused = scene
        .officer
        .post_again(path::ARTICLES, "k-1", &other)
        .await;
    assert_eq!(reused.code(409), "idempotency_key_reused");
}

#[tokio::test]
async fn the_list_filters_and_pages_by_seek() {
    let scene = Scene::new().await;
    for n in 0..5 {
        let mut item = content(if n % 2 == 0 {
            scene.market
        } else {
            scene.policy
        });
        item["title"] = json!(format!("第{n}件 100%_"));
        let body = json!({ "department_id": scene.agriculture, "content": item });
        scene.officer.post(path::ARTICLES, &body).await.expect(201);
    }
    let mut titles = Vec::new();
    let mut address = format!("{}?limit=2", path::ARTICLES);
    loop {
        let page = scene.officer.get(&address).await.expect(200);
        assert_eq!(page["meta"]["total"], 5);
        let items = page["items"].as_array().expect("items");
        titles.extend(items.iter().map(|item| item["title"].to_string()));
        let Some(next) = page["meta"]["next"].as_str() else {
            break;
        };
        address = format!("{}?limit=2&after={next}", path::ARTICLES);
    }
    assert_eq!(titles.len(), 5);
    assert!(titles[0].contains("第4件") && titles[4].contains("第0件"));

    let count = async |query: &str| {
        let page = scene
            .officer
            .get(&format!("{}?{query}", path::ARTICLES))
            .await;
        page.expect(200)["meta"]["total"].as_i64()
    };
    assert_eq!(count(&format!("column_id={}", scene.policy)).await, Some(2));
    assert_eq!(count("q=%E7%AC%AC3%E4%BB%B6").await, Some(1));
    assert_eq!(count("q=100%25_").await, Some(5));
    assert_eq!(
        count("q=1%250").await,
        Some(0),
        "a sign of LIKE is looked for as it is"
    );
    assert_eq!(count("state=draft").await, Some(5));
    assert_eq!(count("state=published").await, Some(0));
    assert_eq!(
        count(&format!("department_id={}", scene.finance)).await,
        Some(0)
    );
    for bad in [
        "state=secret",
        "after=x",
        "limit=0",
        "limit=101",
        "column_id=x",
    ] {
        let answer = scene
            .officer
            .get(&format!("{}?{bad}", path::ARTICLES))
            .await;
        assert_eq!(answer.code(400), "malformed", "{bad}");
    }
}
