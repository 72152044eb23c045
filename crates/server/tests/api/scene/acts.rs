//! What people do with articles, and what they are told.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::support::{Actor, Reply};

impl Actor {
    /// An act on an article, with the version that the view shows.
    pub async fn act(&self, view: &Value, verb: &str, mut body: Value) -> Reply {
        body["version"] = view["version"].clone();
        let id = view["row"]["id"].as_i64().expect("the id of an article");
        self.post(&path::article_act(id, verb), &body).await
    }

    /// 同意, naming the revision that the view shows.
    pub async fn approve(&self, view: &Value, secrecy: Option<&str>) -> Reply {
        let body = json!({ "revision": view["revision"], "secrecy": secrecy });
        self.act(view, "approve", body).await
    }

    /// 退回, naming the revision that the view shows.
    pub async fn send_back(&self, view: &Value, reason: &str) -> Reply {
        let body = json!({ "revision": view["revision"], "reason": reason });
        self.act(view, "return", body).await
    }

    /// Back-fills the address, public since the moment of release.
    pub async fn publish(&self, view: &Value, event_ids: &[i64]) -> Reply {
        let body = json!({
            "url": "https://www.example.gov.cn/t1.html",
            "published_at": view["row"]["since"],
            "event_ids": event_ids,
        });
        self.act(view, "publication", body).await
    }

    /// The ids of what waits for this person.
    pub async fn inbox(&self, query: &str) -> Vec<i64> {
        let page = self
            .get(&format!("{}{query}", path::INBOX))
            .await
            .expect(200);
        let items = page["items"].as_array().expect("items");
        items.iter().filter_map(|row| row["id"].as_i64()).collect()
    }
}

impl Reply {
    /// The body, if the status is the one expected.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        self.json
    }

    /// The code of the error, if the status is the one expected.
    #[track_caller]
    pub fn code(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        self.json["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The reasons of a refused act.
    #[track_caller]
    pub fn refusals(&self) -> Vec<String> {
        assert_eq!(self.code(409), "refused", "{}", self.text);
        texts(&self.json["error"]["refusals"], |refusal| refusal)
    }

    /// The fields that are wrong.
    pub fn fields(&self) -> Vec<String> {
        texts(&self.json["error"]["fields"], |error| &error["field"])
    }
}

fn texts(list: &Value, of: impl Fn(&Value) -> &Value) -> Vec<String> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items
        .iter()
        .filter_map(|item| of(item).as_str().map(ToOwned::to_owned))
        .collect()
}
