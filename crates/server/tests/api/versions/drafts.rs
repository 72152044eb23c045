//! 草案: the preview, what is refused, cancelling, discarding, and who may.

use serde_json::{Value, json};

use super::{
    DAY, act, against, column, coordinator, draft, drafted, id, matrix, owners, put, row, text,
};
use crate::county::Site;

#[tokio::test]
async fn a_preview_tells_what_begins_ends_and_moves_and_stores_nothing() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let service = column(&coordinator, &["三农服务"]).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let policy = column(&coordinator, &["三农服务", "惠农政策"]).await;
    let farming = site.department_id("县农业农村局").await;
    let changes = [
        json!({
            "kind": "add_column", "parent": id(service), "name": "农机购置补贴",
            "duty": {"requirement": "两周内更新", "owners": {"departments": [id(farming)]}},
        }),
        json!({"kind": "close_column", "column": id(market)}),
        json!({"kind": "set_requirement", "column": id(policy), "requirement": "每月更新"}),
    ];
    let duty = site.duty("县农业农村局", "惠农政策").await;
    site.publish(duty, farming, "2026-11-10T10:00:00+08:00", &[])
        .await;
    let view = drafted(&coordinator, DAY, &changes).await;
    assert_eq!(
        view["changes"][2]["words"],
        "栏目“三农服务 / 惠农政策”的更新要求改为“每月更新”"
    );
    let before = matrix(&coordinator, "").await;
    let preview = coordinator.get(&act(&view, "preview")).await.ok();
    assert_eq!(preview["day"], DAY);
    assert_eq!(preview["problems"], json!([]));
    let leaf = |list: &str| -> Vec<Value> {
        let list = preview[list].as_array().expect("a list").iter();
        list.map(|one| one["column_path"][1].clone()).collect()
    };
    let month = json!({"kind": "elapsed", "period": {"unit": "months", "count": 1}});
    let fortnight = json!({"kind": "elapsed", "period": {"unit": "days", "count": 14}});
    assert_eq!(
        preview["requirements"],
        json!([
            {"key": 1, "number": 1, "requirement": "两周内更新", "rules": [fortnight]},
            {"key": 3, "number": 3, "requirement": "每月更新", "rules": [month]},
        ])
    );
    assert_eq!(leaf("appear"), ["农机购置补贴"]);
    assert_eq!(leaf("end"), ["市场信息"]);
    assert_eq!(leaf("moved"), ["惠农政策"]);
    let moved = &preview["moved"][0];
    assert_eq!(
        (&moved["before"], &moved["after"]),
        (&json!("2027-05-10"), &json!("2026-12-10"))
    );
    let changed: Vec<Value> = preview["differences"]
        .as_array()
        .expect("differences")
        .iter()
        .map(|line| json!([line["change"], line["path"][1]]))
        .collect();
    assert_eq!(
        changed,
        [
            json!(["changed", "惠农政策"]),
            json!(["added", "农机购置补贴"]),
            json!(["missing", "市场信息"]),
        ]
    );
    assert_eq!(matrix(&coordinator, "").await, before);
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "matrix_drafted", "the rehearsal left no line");
}

#[tokio::test]
async fn every_change_that_cannot_be_done_is_named_with_its_place() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let service = column(&coordinator, &["三农服务"]).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let changes = [
        json!({"kind": "add_column", "parent": id(service), "name": "市场信息"}),
        json!({"kind": "set_requirement", "column": id(market), "requirement": "有空再说"}),
        json!({"kind": "set_owners", "column": id(market), "owners": {"departments": [id(999_999)]}}),
        json!({"kind": "move_column", "column": id(service), "parent": id(market)}),
        json!({"kind": "reopen_column", "column": id(market)}),
        json!({"kind": "rename_column", "column": {"new": 1}, "name": "别名"}),
        json!({"kind": "rename_department", "department": id(site.department_id("县林业局").await), "name": "县财政局"}),
        json!({
            "kind": "add_column", "parent": id(service), "name": "甲",
            "duty": {"requirement": "机构概况每月更新，联系方式每年更新"},
        }),
    ];
    let view = drafted(&coordinator, DAY, &changes).await;
    let preview = coordinator.get(&act(&view, "preview")).await.ok();
    let told = preview["problems"].as_array().expect("problems").iter();
    let told: Vec<String> = told
        .map(|p| format!("{}.{}", p["number"], text(&p["field"])))
        .collect();
    assert_eq!(
        told,
        [
            "1.name",
            "2.requirement",
            "3.owners",
            "4.parent",
            "5.",
            "7.name",
            "8.requirement"
        ],
        "{}",
        preview["problems"]
    );
    let fields = against(&coordinator, &view).await;
    assert_eq!(fields[0].0, "changes.1.name");
    assert!(fields[0].1.contains("同一级已有栏目"), "{fields:?}");
    assert_eq!(site.last_ledger_line().await.act, "matrix_drafted");
}

#[tokio::test]
async fn words_are_read_before_they_go_into_a_draft() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let read = coordinator
        .get("/matrix/requirement?words=文件印发后3个工作日内更新")
        .await
        .ok();
    let limit = json!({"unit": "working_days", "count": 3});
    let event = json!({"kind": "event", "triggers": ["document_issued"], "limit": limit});
    assert_eq!(read["rules"], json!([event]));
    let error = coordinator
        .get("/matrix/requirement?words=有空再说&day=2026-12-01")
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "requirement");
    assert!(
        text(&error["message"]).contains("“有空再说”无法识别"),
        "{error}"
    );
    let nothing = coordinator.get("/matrix/requirement").await;
    nothing.refused(400, "malformed");
}

#[tokio::test]
async fn an_ill_formed_draft_is_refused_with_every_field() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let mut body = draft(
        "2026-11-20",
        &[json!({"kind": "close_column", "column": {"new": 7}})],
    );
    body["reason"] = json!(" ");
    let twice = json!({"key": 1, "change": {"kind": "close_column", "column": id(market)}});
    body["changes"].as_array_mut().expect("changes").push(twice);
    let error = coordinator
        .post("/matrix/drafts", &body)
        .await
        .refused(422, "invalid");
    let fields: Vec<String> = error["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .map(|field| text(&field["field"]))
        .collect();
    assert_eq!(
        fields,
        ["reason", "effective_from", "changes.1", "changes.2"]
    );
}

#[tokio::test]
async fn a_draft_without_changes_or_without_a_day_does_not_come_into_force() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let mut body = draft(DAY, &[]);
    body["effective_from"] = Value::Null;
    let view = coordinator.post("/matrix/drafts", &body).await.created();
    let fields = against(&coordinator, &view).await;
    let named: Vec<&str> = fields.iter().map(|field| field.0.as_str()).collect();
    assert_eq!(named, ["effective_from", "changes"]);
}

#[tokio::test]
async fn what_is_for_today_holds_at_once() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let finance = site.department_id("县财政局").await;
    let change = json!({
        "kind": "set_owners", "column": id(market), "owners": {"departments": [id(finance)]},
    });
    let view = drafted(&coordinator, "2026-11-23", &[change]).await;
    let decided = put(&coordinator, &view).await;
    assert_eq!(decided["state"], "in_force");
    let now = matrix(&coordinator, "").await;
    assert_eq!(owners(&now, &["三农服务", "市场信息"]), ["县财政局"]);
    let row = row(&now, &["三农服务", "市场信息"]).expect("the row");
    assert_eq!(row["owner_text"], "县财政局");
    coordinator
        .get(&act(&view, "preview"))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn a_planned_version_keeps_others_off_and_can_be_called_off() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let change = json!({"kind": "close_column", "column": id(market)});
    let view = drafted(&coordinator, DAY, std::slice::from_ref(&change)).await;
    put(&coordinator, &view).await;
    let close = json!({"closed_on": "2026-11-25", "reason": "停用"});
    let path = format!("/columns/{market}/close");
    let error = coordinator
        .post(&path, &close)
        .await
        .refused(409, "refused");
    assert!(text(&error["message"]).contains("第2版"), "{error}");
    let second = drafted(&coordinator, "2026-12-05", &[change]).await;
    assert!(against(&coordinator, &second).await[0].1.contains("第2版"));

    let cancel = json!({"reason": "方案未定"});
    coordinator
        .post("/matrix/versions/2/cancel", &json!({"reason": ""}))
        .await
        .refused(422, "invalid");
    coordinator
        .post("/matrix/versions/2/cancel", &cancel)
        .await
        .ok();
    coordinator
        .post("/matrix/versions/2/cancel", &cancel)
        .await
        .refused(409, "refused");
    coordinator
        .post("/matrix/versions/1/cancel", &cancel)
        .await
        .refused(409, "refused");
    coordinator
        .post("/matrix/versions/9/cancel", &cancel)
        .await
        .refused(404, "not_found");
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let now = matrix(&coordinator, "").await;
    let row = row(&now, &["三农服务", "市场信息"]).expect("the row");
    assert_eq!(row["closed_since"], Value::Null);
    let listed = coordinator.get("/matrix/versions").await.ok();
    assert_eq!(listed["versions"][0]["state"], "cancelled");
    assert_eq!(listed["versions"][0]["note"], "方案未定");
    assert_eq!(listed["versions"][1]["current"], true);
    assert_eq!(put(&coordinator, &second).await["number"], 3);
}

#[tokio::test]
async fn what_cannot_be_done_on_its_day_is_not_done_at_all() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let add = json!({
        "kind": "add_department", "name": "县数据管理局", "department_kind": "政府工作部门",
    });
    let close = json!({"kind": "close_column", "column": id(market)});
    let planned = drafted(&coordinator, DAY, &[close, add.clone()]).await;
    put(&coordinator, &planned).await;
    // The same name is taken in between.
    let sooner = drafted(&coordinator, "2026-11-23", &[add]).await;
    put(&coordinator, &sooner).await;
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let listed = coordinator.get("/matrix/versions").await.ok();
    let second = &listed["versions"][1];
    assert_eq!(
        (&second["number"], &second["state"]),
        (&json!(2), &json!("failed"))
    );
    let note = text(&second["note"]);
    assert!(note.contains("第2项调整：已有部门“县数据管理局”"), "{note}");
    let now = matrix(&coordinator, "").await;
    let row = row(&now, &["三农服务", "市场信息"]).expect("the row");
    assert_eq!(row["closed_since"], Value::Null, "nothing of it was done");
    assert_eq!(now["version"]["number"], 3);
}

#[tokio::test]
async fn drafts_are_listed_and_discarded() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let view = drafted(&coordinator, DAY, &[]).await;
    let listed = coordinator.get("/matrix/versions").await.ok();
    assert_eq!(listed["drafts"][0]["id"], view["id"]);
    let version = json!({"version": 1});
    coordinator
        .post(&act(&view, "discard"), &version)
        .await
        .ok();
    assert_eq!(site.last_ledger_line().await.act, "matrix_draft_discarded");
    coordinator
        .post(&act(&view, "discard"), &version)
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn only_coordinators_change_the_matrix() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let view = drafted(&coordinator, DAY, &[]).await;
    for who in [
        "czj-officer",
        "czj-head",
        "czj-leader",
        "sysadmin",
        "secadmin",
        "auditor",
    ] {
        let person = site.sign_in(who).await;
        let path = format!("/matrix/drafts/{}", view["id"]);
        person
            .post("/matrix/drafts", &draft(DAY, &[]))
            .await
            .refused(403, "not_allowed");
        person.get(&path).await.refused(403, "not_allowed");
        person
            .put(&path, &draft(DAY, &[]))
            .await
            .refused(403, "not_allowed");
        person
            .get(&act(&view, "preview"))
            .await
            .refused(403, "not_allowed");
        let put = json!({"version": 1, "seen": 1});
        person
            .post(&act(&view, "put-in-force"), &put)
            .await
            .refused(403, "not_allowed");
        person
            .post(&act(&view, "discard"), &put)
            .await
            .refused(403, "not_allowed");
        person
            .post(&act(&view, "presence"), &json!({}))
            .await
            .refused(403, "not_allowed");
        let cancel = json!({"reason": "方案未定"});
        person
            .post("/matrix/versions/1/cancel", &cancel)
            .await
            .refused(403, "not_allowed");
        for path in [
            "/matrix/versions",
            "/matrix/versions/1",
            "/matrix/versions/compare?from=1&to=1",
            "/matrix/groups",
            "/matrix/requirement?words=%E6%AF%8F%E6%9C%88%E6%9B%B4%E6%96%B0",
            "/matrix/annex?version=1",
        ] {
            person.get(path).await.refused(403, "not_allowed");
        }
    }
}
