//! The list: filters, pages, and whose events it shows.

use serde_json::json;

use super::{change, document, ids, registered};
use crate::county::{Person, Site, rows};

#[tokio::test]
async fn everybody_lists_what_obliges_the_own_department() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let both = registered(&coordinator, &change(&site).await).await;
    let finance = site.sign_in("czj-officer").await;
    let own = registered(&finance, &document(&site).await).await;
    assert_eq!(ids(&coordinator, "").await, [own, both]);
    assert_eq!(ids(&finance, "").await, [own]);
    assert_eq!(ids(&site.sign_in("czj-head").await, "").await, [own]);
    assert_eq!(ids(&site.sign_in("zrj-leader").await, "").await, [both]);
    assert_eq!(ids(&site.sign_in("nyj-officer").await, "").await, [0; 0]);
    let office = site.department_id("县政府办公室").await;
    let of_office = format!("?department_id={office}");
    assert_eq!(ids(&coordinator, &of_office).await, [both]);
    let path = format!("/events{of_office}");
    finance.get(&path).await.refused(403, "not_allowed");
    let auditor = site.sign_in("auditor").await;
    auditor.get("/events").await.refused(403, "not_allowed");
}

#[tokio::test]
async fn a_department_that_is_not_named_does_not_see_it() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let mut event = change(&site).await;
    event["duty_ids"] = json!([event["duty_ids"][0]]);
    event["department_ids"] = json!([site.department_id("县政府办公室").await]);
    let id = registered(&coordinator, &event).await;
    assert_eq!(ids(&site.sign_in("zfb-officer").await, "").await, [id]);
    assert_eq!(ids(&site.sign_in("fgj-officer").await, "").await, [0; 0]);
}

#[tokio::test]
async fn the_filters_narrow_the_list() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let open = registered(&coordinator, &document(&site).await).await;
    let mut late = change(&site).await;
    late["occurred_on"] = json!("2026-11-10");
    let late = registered(&coordinator, &late).await;
    for (query, expected) in [
        ("", vec![open, late]),
        ("?state=open", vec![open]),
        ("?state=overdue", vec![late]),
        ("?state=answered", vec![]),
        ("?state=cancelled", vec![]),
        ("?trigger=change", vec![late]),
        ("?q=%E3%80%942026%E3%80%95", vec![open]),
        ("?q=%E8%81%8C%E8%83%BD", vec![late]),
        ("?from=2026-11-11", vec![open]),
        ("?to=2026-11-10", vec![late]),
        ("?from=2026-11-10&to=2026-11-20&state=overdue", vec![late]),
    ] {
        assert_eq!(ids(&coordinator, query).await, expected, "{query}");
    }
    for query in ["?state=due", "?after=1", "?limit=0", "?trigger=x"] {
        let path = format!("/events{query}");
        coordinator.get(&path).await.refused(400, "malformed");
    }
}

#[tokio::test]
async fn pages_follow_one_another() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let mut all = Vec::new();
    for day in [20, 20, 19, 18, 18] {
        let mut event = document(&site).await;
        event["occurred_on"] = json!(format!("2026-11-{day}"));
        event["again"] = json!(true);
        all.push((day, registered(&officer, &event).await));
    }
    all.sort_unstable();
    let latest_first: Vec<i64> = all.into_iter().rev().map(|(_, id)| id).collect();
    for filter in ["", "&state=open", "&state=overdue"] {
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let path = format!("/events?limit=2{filter}{after}");
            let page = officer.get(&path).await.ok();
            let items = page["items"].as_array().unwrap();
            found.extend(items.iter().map(|item| item["id"].as_i64().unwrap()));
            match page["meta"]["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => {
                    assert_eq!(page["meta"]["total"], found.len());
                    break;
                }
            }
        }
        if filter.is_empty() {
            assert_eq!(found, latest_first);
        } else if filter == "&state=open" {
            // 20 November: due on the 25th; the others on the 24th and 23rd.
            assert_eq!(found, latest_first);
        } else {
            assert_eq!(found, [0; 0]);
        }
    }
}

#[tokio::test]
async fn the_file_holds_what_the_filters_leave() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let mut open = document(&site).await;
    open["title"] = json!("=1+1 的通知");
    registered(&coordinator, &open).await;
    let mut late = change(&site).await;
    late["occurred_on"] = json!("2026-11-10");
    registered(&coordinator, &late).await;
    let file = async |who: &Person, query: &str| {
        let path = format!("/events/export?format=csv{query}");
        rows(&who.get(&path).await.file("csv"))
    };
    let all = file(&coordinator, "").await;
    assert_eq!(all[0][..4], ["发生日期", "类型", "标题", "文号"]);
    let late = file(&coordinator, "&state=overdue").await;
    let of_late: Vec<&Vec<String>> = late.iter().filter(|row| row[0] == "2026-11-10").collect();
    let three_owners = 3;
    assert_eq!(of_late.len(), three_owners, "{late:?}");
    for row in of_late {
        assert_eq!((row[4].as_str(), row[8].as_str()), ("超期", "超期"));
        assert!(row[13].contains("工作日"), "{}", row[13]);
    }
    let open = file(&coordinator, "&state=open").await;
    assert!(open[1][2].starts_with("'="), "no formula: {:?}", open[1]);
    assert!(all.len() > open.len());
    let officer = site.sign_in("nyj-officer").await;
    assert_eq!(file(&officer, "").await.len(), 3, "heads, nothing, a note");
    let office = site.department_id("县政府办公室").await;
    let path = format!("/events/export?department_id={office}");
    officer.get(&path).await.refused(403, "not_allowed");
    let auditor = site.sign_in("auditor").await;
    auditor
        .get("/events/export")
        .await
        .refused(403, "not_allowed");
    coordinator
        .get("/events/export?format=doc")
        .await
        .refused(400, "malformed");
    coordinator.get("/events/export").await.file("xlsx");
}
