//! 触发事件 to the letter: what they oblige to, who sees them, registering late, cancelling.

mod cancelling;
mod duplicates;
mod listing;
mod obligations;
mod preview;

use serde_json::{Value, json};

use crate::county::{Person, Site};

/// A document of 县财政局, on Friday: due on Wednesday the 25th.
async fn document(site: &Site) -> Value {
    json!({
        "trigger": "document_issued",
        "title": "关于印发项目资金管理办法的通知",
        "document_number": "盐财〔2026〕18号",
        "occurred_on": "2026-11-20",
        "duty_ids": [site.duty("县财政局", "法规公文").await],
        "department_ids": [site.department_id("县财政局").await],
    })
}

/// A change that concerns 工作报告, which two departments owe each, and a column that two share.
async fn change(site: &Site) -> Value {
    json!({
        "trigger": "change",
        "change": "function",
        "title": "机构职能调整",
        "occurred_on": "2026-11-20",
        "duty_ids": [
            site.duty("县政府办公室", "工作报告").await,
            site.duty("县林业局", "机构概况").await,
        ],
    })
}

/// Something was published in the column of a duty of 县财政局 lately: only events are due there.
async fn kept(site: &Site, event: &Value) {
    let duty_id = event["duty_ids"][0].as_i64().unwrap();
    let finance = site.department_id("县财政局").await;
    site.publish(duty_id, finance, "2026-11-01T09:00:00+08:00", &[])
        .await;
}

/// Registers it and gives its id.
async fn registered(person: &Person, event: &Value) -> i64 {
    let answer = person.post("/events", event).await.created();
    answer["id"].as_i64().unwrap()
}

async fn seen(person: &Person, id: i64) -> Value {
    person.get(&format!("/events/{id}")).await.ok()
}

/// The ids of a list, in its order.
async fn ids(person: &Person, query: &str) -> Vec<i64> {
    let page = person.get(&format!("/events{query}")).await.ok();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| item["id"].as_i64().unwrap())
        .collect()
}

/// The obligations of an event: departments, status and due date of each.
fn obligations(event: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of = |obligation: &Value| {
        let names = obligation["department_names"].as_array().unwrap();
        let names: Vec<String> = names.iter().map(text).collect();
        (
            names.join("、"),
            text(&obligation["status"]),
            text(&obligation["due"]),
        )
    };
    event["obligations"]
        .as_array()
        .unwrap()
        .iter()
        .map(of)
        .collect()
}

fn obligation(names: &str, status: &str, due: &str) -> (String, String, String) {
    (names.to_owned(), status.to_owned(), due.to_owned())
}
