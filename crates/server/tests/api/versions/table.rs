//! Versions as tables: listed, compared, exported, and read again without a difference.

use lanmu_api::annex::AnnexComparison;
use lanmu_api::path;
use serde_json::{Value, json};

use super::{column, coordinator, drafted, id, put};
use crate::county::{Person, Site};

const TODAY: &str = "2026-11-23";

/// A second version with a bit of everything that shows in the table.
async fn second(site: &Site, person: &Person) {
    let service = column(person, &["三农服务"]).await;
    let of = async |leaf: &str| column(person, &["三农服务", leaf]).await;
    let open = column(person, &["政务公开"]).await;
    let farming = site.department_id("县农业农村局").await;
    let forest = site.department_id("县林业局").await;
    let finance = site.department_id("县财政局").await;
    let changes = [
        json!({"kind": "merge_departments", "from": [id(forest)], "into": id(farming)}),
        json!({"kind": "rename_department", "department": id(finance), "name": "县财政和国资局"}),
        json!({"kind": "move_column", "column": id(of("市场信息").await), "parent": id(open)}),
        json!({"kind": "set_requirement", "column": id(of("惠农政策").await), "requirement": "每月更新"}),
        json!({"kind": "set_requirement", "column": id(of("产业基地").await), "requirement": ""}),
        json!({
            "kind": "add_column", "parent": id(service), "name": "农机购置补贴",
            "duty": {"requirement": "两周内更新", "owners": {"departments": [id(farming), id(finance)]}},
        }),
        json!({"kind": "close_column", "column": id(of("办事通道").await)}),
    ];
    let view = drafted(person, TODAY, &changes).await;
    put(person, &view).await;
}

#[tokio::test]
async fn a_later_version_goes_out_and_comes_back_without_a_difference() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    second(&site, &coordinator).await;
    for format in ["xlsx", "docx", "csv"] {
        for version in ["", "&version=2"] {
            let path = format!("{}?format={format}{version}", path::MATRIX_ANNEX);
            let file = coordinator.0.get(&path).await.ok();
            let name = format!("a.{format}");
            let reply = coordinator
                .0
                .send_file(path::MATRIX_ANNEX_COMPARE, &name, file.bytes)
                .await;
            let comparison: AnnexComparison = reply.body();
            assert_eq!(comparison.problems, [], "{format}{version}");
            assert_eq!(comparison.differences, [], "{format}{version}");
        }
    }
}

#[tokio::test]
async fn versions_are_listed_told_and_compared() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    second(&site, &coordinator).await;
    let listed = coordinator.get("/matrix/versions").await.ok();
    let versions = listed["versions"].as_array().expect("versions");
    let told: Vec<Value> = versions
        .iter()
        .map(|v| {
            json!([
                v["number"],
                v["state"],
                v["current"],
                v["changes"],
                v["document_number"]
            ])
        })
        .collect();
    assert_eq!(
        told,
        [
            json!([2, "in_force", true, 7, "盐府办发〔2026〕12号"]),
            json!([1, "in_force", false, 0, ""]),
        ]
    );
    let detail = coordinator.get("/matrix/versions/2").await.ok();
    assert_eq!(
        detail["changes"][0],
        "县林业局并入县农业农村局，责任、岗位和稿件一并转交"
    );
    let compared = coordinator
        .get("/matrix/versions/compare?from=1&to=2")
        .await
        .ok();
    let lines = compared["differences"].as_array().expect("differences");
    let kind = |change: &str| lines.iter().filter(|l| l["change"] == change).count();
    assert_eq!(
        (kind("added"), kind("missing")),
        (2, 2),
        "moved, new, closed"
    );
    let same = coordinator
        .get("/matrix/versions/compare?from=1&to=1")
        .await
        .ok();
    assert_eq!(same["differences"], json!([]));
    coordinator
        .get("/matrix/versions/compare?from=1&to=9")
        .await
        .refused(404, "not_found");
    coordinator
        .get("/matrix/versions/9")
        .await
        .refused(404, "not_found");
    coordinator
        .get("/matrix/annex?version=9")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn the_first_version_still_is_the_countys_own_file() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let first = coordinator
        .0
        .get(&format!("{}?format=csv", path::MATRIX_ANNEX))
        .await
        .ok();
    second(&site, &coordinator).await;
    let again = format!("{}?format=csv&version=1", path::MATRIX_ANNEX);
    assert_eq!(coordinator.0.get(&again).await.ok().text, first.text);
}
