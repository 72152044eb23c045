//! 搜索: by name and by initials, of what the person may see.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, draft, id_of};
use crate::support::Actor;

/// What is found: kind, id and title.
async fn found(who: &Actor, typed: &str) -> Vec<(String, i64, String)> {
    let view = searched(who, typed).await;
    let text = |hit: &Value, name: &str| hit[name].as_str().expect("a text").to_owned();
    let hits = view["hits"].as_array().expect("hits");
    hits.iter()
        .map(|hit| {
            (
                text(hit, "kind"),
                hit["id"].as_i64().expect("an id"),
                text(hit, "title"),
            )
        })
        .collect()
}

async fn searched(who: &Actor, typed: &str) -> Value {
    let url = format!("{}?q={}", path::SEARCH, percent(typed));
    who.get(&url).await.expect(200)
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn of_kind(hits: &[(String, i64, String)], kind: &str) -> Vec<String> {
    let of_kind = hits.iter().filter(|(other, ..)| other == kind);
    of_kind.map(|(_, _, title)| title.clone()).collect()
}

#[tokio::test]
async fn initials_find_a_department_and_names_find_a_column() {
    let scene = Scene::new().await;
    let hits = found(&scene.coordinator, "czj").await;
    let finance = (
        "department".to_owned(),
        scene.finance,
        "县财政局".to_owned(),
    );
    assert!(hits.contains(&finance), "{hits:?}");

    let hits = found(&scene.coordinator, "三农 市场信息").await;
    let market = ("duty".to_owned(), scene.market_duty, "市场信息".to_owned());
    assert_eq!(hits.first(), Some(&market), "{hits:?}");
    let hits = found(&scene.coordinator, "scxx").await;
    assert!(hits.contains(&market), "{hits:?}");
    let view = searched(&scene.coordinator, "三农 市场信息").await;
    assert_eq!(view["hits"][0]["detail"][0], "三农服务");
}

#[tokio::test]
async fn items_are_found_by_title_and_by_its_initials() {
    let scene = Scene::new().await;
    let item = id_of(&draft(&scene).await);
    for typed in ["春耕物资", "春耕 通知", "cgwz"] {
        let hits = found(&scene.officer, typed).await;
        let ids: Vec<i64> = hits
            .iter()
            .filter(|(kind, ..)| kind == "article")
            .map(|(_, id, _)| *id)
            .collect();
        assert_eq!(ids, [item], "{typed}");
    }
    assert!(of_kind(&found(&scene.officer, "秋收").await, "article").is_empty());
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_see() {
    let scene = Scene::new().await;
    draft(&scene).await;
    let hits = found(&scene.finance_officer, "春耕物资").await;
    assert!(hits.is_empty(), "an item of another department: {hits:?}");
    let hits = found(&scene.finance_officer, "市场信息").await;
    let others = hits.iter().any(|(_, id, _)| *id == scene.market_duty);
    assert!(!others, "a column of another department: {hits:?}");
    let departments = of_kind(&found(&scene.officer, "局").await, "department");
    assert_eq!(departments, ["县农业农村局"]);
    for person in [&scene.auditor, &scene.administrator] {
        assert!(found(person, "县财政局").await.is_empty());
        assert!(found(person, "春耕").await.is_empty());
    }
    let anonymous = scene.server.anonymous();
    let answer = anonymous.get(&format!("{}?q=x", path::SEARCH)).await;
    assert_eq!(answer.code(401), "not_signed_in");
}

#[tokio::test]
async fn few_of_each_kind_are_listed_and_more_is_said() {
    let scene = Scene::new().await;
    let view = searched(&scene.coordinator, "局").await;
    let departments = view["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .filter(|hit| hit["kind"] == "department");
    assert_eq!(departments.count(), 6);
    let more = view["more"].as_array().expect("kinds");
    assert!(more.contains(&json!("department")), "{more:?}");
}

#[tokio::test]
async fn nothing_is_found_by_nothing_and_a_pattern_is_no_pattern() {
    let scene = Scene::new().await;
    draft(&scene).await;
    for typed in ["", "  ", "%", "_", "\\"] {
        assert!(
            found(&scene.coordinator, typed).await.is_empty(),
            "{typed:?}"
        );
    }
    let long = "字".repeat(51);
    let url = format!("{}?q={}", path::SEARCH, percent(&long));
    let answer = scene.coordinator.get(&url).await;
    assert_eq!(answer.code(422), "invalid");
    let answer = scene.coordinator.get(path::SEARCH).await;
    assert_eq!(answer.code(400), "malformed");
}
