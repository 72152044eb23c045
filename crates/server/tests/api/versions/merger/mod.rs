//! Two departments become one: everything that one of them had under way goes on in the other, on the
//! day and not before.

mod items;
mod roster;
mod standing;

use lanmu_api::path;
use serde_json::{Value, json};

use super::{drafted, id, put};
use crate::county::Person;
use crate::scene::Scene;
use crate::support::{Actor, PASSWORD};

const FARMING: &str = "县农业农村局";
const FINANCE: &str = "县财政局";

/// 县农业农村局 goes into 县财政局 on a day; what the preview says of it.
async fn planned(coordinator: &Person, (from, into): (i64, i64), day: &str) -> Vec<String> {
    let merge = json!({"kind": "merge_departments", "from": [id(from)], "into": id(into)});
    let view = drafted(coordinator, day, &[merge]).await;
    let preview = coordinator.get(&super::act(&view, "preview")).await.ok();
    assert_eq!(preview["problems"], json!([]));
    let notes = preview["notes"].as_array().expect("notes").iter();
    let notes = notes.map(super::text).collect();
    assert_eq!(put(coordinator, &view).await["state"], "planned");
    notes
}

impl Scene {
    /// The merger is decided for the next day.
    async fn merge_tomorrow(&self) {
        let coordinator = Person(self.coordinator.clone());
        let both = (self.agriculture, self.finance);
        planned(&coordinator, both, "2026-03-12").await;
    }

    /// The same time on the next day, with these people signed in again.
    async fn next_day(&self, people: &[&Actor]) {
        self.later(24 * 60);
        for who in people {
            assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
        }
    }
}

async fn see(who: &Actor, view: &Value) -> Value {
    let id = view["row"]["id"].as_i64().expect("an id");
    who.get(&path::article(id)).await.expect(200)
}
