//! A made-up reform: two bureaus become one, columns move, a rule changes; looked at on the day
//! before and on the day.

use serde_json::{Value, json};

use super::{DAY, column, coordinator, drafted, id, matrix, owners, put, row, text};
use crate::county::{Person, Site};

const NEW: &str = "县农业农村和林业局";

async fn reform(site: &Site, person: &Person) -> Vec<Value> {
    let farming = site.department_id("县农业农村局").await;
    let forest = site.department_id("县林业局").await;
    let of = async |leaf: &str| column(person, &["三农服务", leaf]).await;
    let open = column(person, &["政务公开"]).await;
    let service = column(person, &["三农服务"]).await;
    let groups = person.get("/matrix/groups").await.ok();
    let group = groups.as_array().expect("groups").iter();
    let group = group.into_iter().find(|g| g["name"] == "县级各部门");
    let group = group.expect("the group")["id"].clone();
    vec![
        json!({"kind": "add_department", "name": NEW, "department_kind": "政府工作部门", "groups": [group]}),
        json!({"kind": "merge_departments", "from": [id(farming), id(forest)], "into": {"new": 1}}),
        json!({"kind": "move_column", "column": id(of("市场信息").await), "parent": id(open)}),
        json!({"kind": "set_requirement", "column": id(of("惠农政策").await), "requirement": "每月更新"}),
        json!({"kind": "rename_column", "column": id(of("灾害防治").await), "name": "防灾减灾"}),
        json!({
            "kind": "add_column", "parent": id(service), "name": "农机购置补贴",
            "duty": {"requirement": "两周内更新", "owners": {"departments": [{"new": 1}]}},
        }),
        json!({
            "kind": "merge_columns",
            "from": id(of("产业基地").await), "into": id(of("名优特产").await),
        }),
    ]
}

async fn decided(site: &Site) -> Value {
    let coordinator = coordinator(site).await;
    let changes = reform(site, &coordinator).await;
    let view = drafted(&coordinator, DAY, &changes).await;
    let decided = put(&coordinator, &view).await;
    assert_eq!(
        decided,
        json!({"number": 2, "effective_from": DAY, "state": "planned"})
    );
    decided
}

/// The paths of the columns in the to-do list of somebody.
async fn to_do(person: &Person) -> String {
    person.get("/today?limit=100").await.ok()["items"].to_string()
}

#[tokio::test]
async fn nothing_moves_before_the_day() {
    let site = Site::start().await;
    let before = matrix(&coordinator(&site).await, "").await;
    decided(&site).await;
    let officer = site.sign_in("nyj-officer").await;
    let list = to_do(&officer).await;
    site.advance_days(7);
    let after = matrix(&coordinator(&site).await, "").await;
    assert_eq!(before["departments"], after["departments"]);
    let names = |matrix: &Value| -> Vec<Value> {
        let duties = matrix["duties"].as_array().expect("duties").iter();
        duties
            .map(|duty| json!([duty["column_path"], duty["owner_text"], duty["id"]]))
            .collect()
    };
    assert_eq!(names(&before), names(&after));
    assert_eq!(after["version"]["number"], 1);
    let officer = site.sign_in("nyj-officer").await;
    assert!(to_do(&officer).await.contains("灾害防治") == list.contains("灾害防治"));
}

#[tokio::test]
async fn from_the_day_on_it_is_in_force() {
    let site = Site::start().await;
    let farming = site.department_id("县农业农村局").await;
    let market = site.duty("县农业农村局", "市场信息").await;
    site.publish(market, farming, "2026-11-20T10:00:00+08:00", &[])
        .await;
    let policy = site.duty("县农业农村局", "惠农政策").await;
    site.publish(policy, farming, "2026-11-20T10:00:00+08:00", &[])
        .await;
    decided(&site).await;
    site.advance_days(8);
    let coordinator = coordinator(&site).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(now["version"]["number"], 2);
    let departments = now["departments"].to_string();
    assert!(departments.contains(NEW), "{departments}");
    assert!(!departments.contains("县农业农村局"), "it is no more");
    assert_eq!(owners(&now, &["三农服务", "三农工作情况"]), [NEW]);
    assert_eq!(
        owners(&now, &["政务公开", "征地拆迁"]),
        ["县自然资源和规划局", "县住房和城乡建设局", NEW]
    );
    assert!(row(&now, &["三农服务", "灾害防治"]).is_none());
    assert!(row(&now, &["三农服务", "防灾减灾"]).is_some());
    assert!(
        row(&now, &["三农服务", "产业基地"]).is_none(),
        "its duty ended"
    );
    let moved = row(&now, &["政务公开", "市场信息"]).expect("the moved row");
    assert_eq!(moved["id"], market, "the duty goes on");
    assert_eq!(
        moved["due"], "2027-05-20",
        "what was published before counts"
    );
    let new = row(&now, &["三农服务", "农机购置补贴"]).expect("the new row");
    assert_eq!(
        (new["due"].clone(), text(&new["status"])),
        (json!("2026-12-15"), "blank".into())
    );
    let ruled = row(&now, &["三农服务", "惠农政策"]).expect("the row");
    assert_eq!(ruled["due"], "2026-12-20", "a month, no longer half a year");

    // The past is what it was.
    let then = matrix(&coordinator, "?as_of=2026-11-30").await;
    assert_eq!(
        owners(&then, &["三农服务", "三农工作情况"]),
        ["县农业农村局"]
    );
    assert!(row(&then, &["三农服务", "灾害防治"]).is_some());
    assert!(row(&then, &["三农服务", "市场信息"]).is_some());
    assert!(row(&then, &["三农服务", "产业基地"]).is_some());
    assert!(row(&then, &["三农服务", "农机购置补贴"]).is_none());
    assert!(!then["departments"].to_string().contains(NEW));
    assert_eq!(then["version"]["number"], 1);
}

#[tokio::test]
async fn people_of_a_merged_bureau_go_on_in_the_new_one() {
    let site = Site::start().await;
    let farming = site.department_id("县农业农村局").await;
    decided(&site).await;
    site.advance_days(8);
    let officer = site.sign_in("nyj-officer").await;
    let list = to_do(&officer).await;
    assert!(list.contains("防灾减灾") && list.contains(NEW), "{list}");
    assert!(
        !list.contains("\"department_name\":\"县农业农村局\""),
        "{list}"
    );
    let calendar = officer
        .get("/calendar?from=2026-12-01&to=2027-06-30")
        .await
        .ok();
    assert!(calendar.to_string().contains("农机购置补贴"));
    let own = officer.get("/matrix").await.ok();
    assert!(row(&own, &["政务公开", "市场信息"]).is_some());
    officer
        .get(&format!("/matrix?department_id={farming}"))
        .await
        .refused(403, "not_allowed");
    // Both lines of the ledger: the post ended and was given anew.
    let auditor = site.sign_in("auditor").await;
    let ended = auditor.get("/ledger?act=post_ended&limit=100").await.ok();
    let granted = auditor.get("/ledger?act=post_granted&limit=100").await.ok();
    assert!(ended.to_string().contains("随部门合并转入"));
    assert!(granted.to_string().contains("随部门合并转入"));
    auditor.get("/ledger/verification").await.ok();
}

#[tokio::test]
async fn a_server_that_slept_over_the_day_makes_up_for_it() {
    let site = Site::start().await;
    decided(&site).await;
    site.advance_days(11);
    let coordinator = coordinator(&site).await;
    let on_the_day = matrix(&coordinator, "?as_of=2026-12-01").await;
    assert_eq!(owners(&on_the_day, &["三农服务", "三农工作情况"]), [NEW]);
    let before = matrix(&coordinator, "?as_of=2026-11-30").await;
    assert_eq!(
        owners(&before, &["三农服务", "三农工作情况"]),
        ["县农业农村局"]
    );
}
